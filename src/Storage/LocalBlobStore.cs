using System.IO.Enumeration;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Troubadour.Storage;

/// <summary>Files in a folder. A file appears under its name only when it is whole, and file and name are synced to disk.</summary>
public sealed class LocalBlobStore : IBlobStore
{
    private const int BlockBytes = 1 << 17;
    private const int MostTries = 5;

    private readonly string _root;

    /// <summary>Keeps files under this folder, which is made when it is missing.</summary>
    public LocalBlobStore(string root)
    {
        _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        Directory.CreateDirectory(_root);
    }

    /// <inheritdoc />
    public async Task<StoredBlob> PutAsync(string key, string sourceFile, CancellationToken cancellation = default)
    {
        var target = PathOf(key);
        await using var source = new FileStream(
            sourceFile,
            FileMode.Open,
            FileAccess.Read,
            FileShare.Read,
            1,
            FileOptions.Asynchronous | FileOptions.SequentialScan
        );
        // Of its own for each call: several may store under one key at once.
        var part = $"{target}.{Guid.NewGuid():N}.part";
        try
        {
            var (bytes, hash) = await CopyAsync(source, part, cancellation);
            File.Move(part, target, overwrite: true);
            FolderSync.Flush(Path.GetDirectoryName(target)!, _root);
            return new StoredBlob(key, bytes, hash);
        }
        catch (UnauthorizedAccessException e)
        {
            throw Closed(e);
        }
        finally
        {
            Remove(part);
        }
    }

    /// <inheritdoc />
    public ValueTask<Stream?> OpenAsync(string key, CancellationToken cancellation = default)
    {
        var path = PathOf(key);
        try
        {
            return ValueTask.FromResult<Stream?>(
                new FileStream(
                    path,
                    FileMode.Open,
                    FileAccess.Read,
                    FileShare.Read | FileShare.Delete,
                    1,
                    FileOptions.Asynchronous
                )
            );
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return ValueTask.FromResult<Stream?>(null);
        }
        catch (UnauthorizedAccessException e)
        {
            return Directory.Exists(path) ? ValueTask.FromResult<Stream?>(null) : throw Closed(e);
        }
    }

    /// <inheritdoc />
    public ValueTask DeleteFolderAsync(string folder, CancellationToken cancellation = default)
    {
        var path = PathOf(folder);
        for (var tries = MostTries; Directory.Exists(path); tries--)
        {
            try
            {
                Directory.Delete(path, recursive: true);
            }
            catch (IOException) when (tries > 0)
            {
                // Somebody else stores or deletes in it at the same time.
            }
            catch (UnauthorizedAccessException e)
            {
                throw Closed(e);
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask DeleteAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        foreach (var path in keys.Select(PathOf).ToList())
        {
            cancellation.ThrowIfCancellationRequested();
            Remove(path);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<BlobEntry> ListAsync(
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        await Task.Yield();
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = FileAttributes.None,
            IgnoreInaccessible = true,
        };
        var files = new FileSystemEnumerable<BlobEntry>(
            _root,
            (ref FileSystemEntry file) => new BlobEntry(KeyOf(file.ToFullPath()), file.Length, file.LastWriteTimeUtc),
            options
        )
        {
            ShouldIncludePredicate = (ref FileSystemEntry file) => !file.IsDirectory,
        };
        foreach (var file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return file;
        }
    }

    /// <inheritdoc />
    public ValueTask<Uri?> LinkAsync(
        string key,
        string contentType,
        TimeSpan lifetime,
        CancellationToken cancellation = default
    )
    {
        _ = PathOf(key);
        return ValueTask.FromResult<Uri?>(null);
    }

    /// <inheritdoc />
    public ValueTask<int> TidyAsync(CancellationToken cancellation = default)
    {
        var removed = 0;
        var folders = Directory
            .EnumerateDirectories(
                _root,
                "*",
                new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }
            )
            .ToList();
        // What lies deepest comes first, so that what becomes empty goes too.
        foreach (var folder in folders.OrderByDescending(folder => folder.Length))
        {
            cancellation.ThrowIfCancellationRequested();
            removed += RemoveEmpty(folder) ? 1 : 0;
        }

        return ValueTask.FromResult(removed);
    }

    /// <inheritdoc />
    public Task ProbeAsync(CancellationToken cancellation = default) =>
        Directory.Exists(_root) ? Task.CompletedTask : throw new BlobStoreException("The store's folder is not there.");

    private static async Task<(long Bytes, string Hash)> CopyAsync(
        FileStream source,
        string part,
        CancellationToken cancellation
    )
    {
        await using var target = Create(part);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[BlockBytes];
        var total = 0L;
        int read;
        while ((read = await source.ReadAsync(block, cancellation)) > 0)
        {
            hash.AppendData(block, 0, read);
            await target.WriteAsync(block.AsMemory(0, read), cancellation);
            total += read;
        }

        target.Flush(flushToDisk: true);
        return (total, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    // A sweep may remove the empty folder between its making and the file's.
    private static FileStream Create(string part)
    {
        for (var tries = MostTries; ; tries--)
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(part)!);
                return new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1);
            }
            catch (DirectoryNotFoundException) when (tries > 0)
            {
                // Again.
            }
        }
    }

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (DirectoryNotFoundException)
        {
            // Gone with its folder.
        }
        catch (UnauthorizedAccessException e)
        {
            throw Closed(e);
        }
    }

    private static bool RemoveEmpty(string folder)
    {
        try
        {
            if (Directory.EnumerateFileSystemEntries(folder).Any())
            {
                return false;
            }

            Directory.Delete(folder);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Gone, or a file came into it.
            return false;
        }
    }

    private static BlobStoreException Closed(Exception cause) =>
        new("The store's folder does not let the server in.", cause);

    private string PathOf(string key) => Path.Combine(_root, BlobKey.Check(key));

    private string KeyOf(string path) => Path.GetRelativePath(_root, path).Replace(Path.DirectorySeparatorChar, '/');
}
