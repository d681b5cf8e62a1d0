using System.Globalization;
using System.Security.Cryptography;
using Troubadour.Storage;

namespace Troubadour.Moving.Files;

/// <summary>Reads stored files and says what is wrong with them.</summary>
internal static class FileReading
{
    /// <summary>How many files are handled at the same time: enough to hide a store's answering time.</summary>
    public const int AtOnce = 4;

    private const int BlockBytes = 1 << 17;

    /// <summary>Opens a file.</summary>
    /// <returns>Null and a problem where it is not there in its right length.</returns>
    public static async Task<(Stream? Stream, string Problem)> OpenAsync(
        IBlobStore store,
        StoredFile file,
        CancellationToken cancellation
    )
    {
        Stream? stream;
        try
        {
            stream = await store.OpenAsync(file.Key, cancellation);
        }
        catch (ArgumentException)
        {
            return (null, "has a name that no store takes");
        }

        if (stream is null)
        {
            return (null, "is missing");
        }

        if (stream.Length == file.Bytes)
        {
            return (stream, "");
        }

        var length = stream.Length;
        await stream.DisposeAsync();
        return (null, string.Create(CultureInfo.InvariantCulture, $"has {length} bytes instead of {file.Bytes}"));
    }

    /// <summary>Reads a file to its end.</summary>
    /// <param name="stream">Its content.</param>
    /// <param name="file">As the books name it.</param>
    /// <param name="copy">Where to write it as well.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>What is wrong with it; null for nothing.</returns>
    public static async Task<string?> CheckAsync(
        Stream stream,
        StoredFile file,
        Stream? copy,
        CancellationToken cancellation
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[BlockBytes];
        int? read;
        while ((read = await ReadAsync(stream, block, cancellation)) > 0)
        {
            hash.AppendData(block, 0, read.Value);
            if (copy is not null)
            {
                await copy.WriteAsync(block.AsMemory(0, read.Value), cancellation);
            }
        }

        if (read is null)
        {
            return "cannot be read";
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset()) == file.Sha256 ? null : "is damaged";
    }

    // What cannot be read is a fault of the file; what cannot be written is one of the place it is copied to, and ends the copying.
    private static async Task<int?> ReadAsync(Stream stream, Memory<byte> block, CancellationToken cancellation)
    {
        try
        {
            return await stream.ReadAsync(block, cancellation);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
