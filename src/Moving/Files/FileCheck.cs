using Troubadour.Storage;

namespace Troubadour.Moving.Files;

/// <summary>Makes sure that files are there.</summary>
/// <param name="store">Where they are.</param>
/// <param name="isDeep">True to read them and compare their SHA-256; else their length is enough.</param>
public sealed class FileCheck(IBlobStore store, bool isDeep)
{
    /// <summary>Looks at each of them.</summary>
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
                if (await CheckAsync(file, stop) is { } problem)
                {
                    tally.AddFault(file, problem);
                }
                else
                {
                    tally.AddGood(file, isCopied: false);
                }
            }
        );
        return tally.Report();
    }

    private async Task<string?> CheckAsync(StoredFile file, CancellationToken cancellation)
    {
        var (stream, problem) = await FileReading.OpenAsync(store, file, cancellation);
        if (stream is null)
        {
            return problem;
        }

        await using (stream)
        {
            return isDeep ? await FileReading.CheckAsync(stream, file, null, cancellation) : null;
        }
    }
}
