namespace Troubadour.Ingest;

/// <summary>Takes a stream into a file, as many bytes as are allowed.</summary>
internal static class SourceCopy
{
    /// <summary>Copies to the end.</summary>
    /// <exception cref="IngestException">There is more than <see cref="IngestLimits.MaxBytes"/>.</exception>
    public static async Task WriteAsync(Stream file, string path, IngestLimits limits, CancellationToken cancellation)
    {
        var block = new byte[1 << 16];
        var total = 0L;
        await using var copy = File.Create(path);
        while (true)
        {
            // A stream need not heed the token.
            var count = await file.ReadAsync(block, cancellation).AsTask().WaitAsync(cancellation);
            if (count == 0)
            {
                return;
            }

            total += count;
            if (total > limits.MaxBytes)
            {
                throw Refusals.TooLarge(limits);
            }

            await copy.WriteAsync(block.AsMemory(0, count), cancellation);
        }
    }
}
