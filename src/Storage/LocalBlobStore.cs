using System.Security.Cryptography;

namespace Troubadour.Storage;

/// <summary>Files in a folder. A file appears under its name only when it is whole and synced to disk.</summary>
public sealed class LocalBlobStore : IBlobStore
{
    private const int BlockBytes = 1 << 17;

    private readonly string _root;

    /// <summary>Keeps files under this folder, which is made when it is missing.</summary>
    public LocalBlobStore(string root)
    {
        _root = Path.GetFullPath(root);
        Directory.CreateDirectory(_root);
    }

    /// <inheritdoc />
    public async Task<StoredBlob> PutAsync(string key, string sourceFile, CancellationToken cancellation = default)
    {
        var target = PathOf(key);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var part = target + ".part";
        try
        {
            var (bytes, hash) = await CopyAsync(sourceFile, part, cancellation);
            File.Move(part, target, overwrite: true);
            return new StoredBlob(key, bytes, hash);
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <inheritdoc />
    public ValueTask<Stream?> OpenAsync(string key, CancellationToken cancellation = default)
    {
        try
        {
            return ValueTask.FromResult<Stream?>(
                new FileStream(
                    PathOf(key),
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
    }

    /// <inheritdoc />
    public ValueTask DeleteFolderAsync(string folder, CancellationToken cancellation = default)
    {
        var path = PathOf(folder);
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }

        return ValueTask.CompletedTask;
    }

    private static async Task<(long Bytes, string Hash)> CopyAsync(
        string sourceFile,
        string part,
        CancellationToken cancellation
    )
    {
        await using var source = new FileStream(
            sourceFile,
            FileMode.Open,
            FileAccess.Read,
            FileShare.Read,
            1,
            FileOptions.Asynchronous | FileOptions.SequentialScan
        );
        await using var target = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None, 1);
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

    private string PathOf(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        var path = Path.GetFullPath(Path.Combine(_root, key));
        return path.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new ArgumentException($"The key '{key}' leaves the store.", nameof(key));
    }
}
