using Troubadour.Storage;

namespace Troubadour.Moving.Files;

/// <summary>
/// Copies files from one store to another, each checked on its way. What the target has in its right length is left as it is, because stores
/// take files whole or not at all; so copying can be ended and begun again.
/// </summary>
/// <param name="source">Where they are.</param>
/// <param name="target">Where they go.</param>
/// <param name="work">A folder for files on their way; it must exist.</param>
public sealed class FileCopy(IBlobStore source, IBlobStore target, string work)
{
    /// <summary>Copies them.</summary>
    /// <returns>What became of them. Files that are missing or damaged at the source are told there and not copied.</returns>
    /// <exception cref="IOException">The target cannot be written.</exception>
    public async Task<FileReport> RunAsync(IAsyncEnumerable<StoredFile> files, CancellationToken cancellation = default)
    {
        var tally = new FileTally();
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = FileReading.AtOnce,
            CancellationToken = cancellation,
        };
        await Parallel.ForEachAsync(
            files,
            options,
            async (file, stop) =>
            {
                if (await HasAsync(file, stop))
                {
                    tally.AddGood(file, isCopied: false);
                }
                else if (await CopyAsync(file, stop) is { } problem)
                {
                    tally.AddFault(file, problem);
                }
                else
                {
                    tally.AddGood(file, isCopied: true);
                }
            }
        );
        return tally.Report();
    }

    private async Task<bool> HasAsync(StoredFile file, CancellationToken cancellation)
    {
        var (stream, _) = await FileReading.OpenAsync(target, file, cancellation);
        await using (stream)
        {
            return stream is not null;
        }
    }

    private async Task<string?> CopyAsync(StoredFile file, CancellationToken cancellation)
    {
        var (stream, problem) = await FileReading.OpenAsync(source, file, cancellation);
        if (stream is null)
        {
            return problem;
        }

        var path = Path.Combine(work, Path.GetRandomFileName());
        try
        {
            await using (stream)
            await using (var copy = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1))
            {
                if (await FileReading.CheckAsync(stream, file, copy, cancellation) is { } fault)
                {
                    return fault;
                }
            }

            var stored = await target.PutAsync(file.Key, path, cancellation);
            return stored.Sha256 == file.Sha256
                ? null
                : throw new IOException($"{file.Key} was stored as something else than what was sent.");
        }
        finally
        {
            File.Delete(path);
        }
    }
}
