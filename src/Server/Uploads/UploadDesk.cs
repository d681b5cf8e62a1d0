using Troubadour.Audio;
using Troubadour.Server.Http;
using Troubadour.Server.Settings;
using Troubadour.Server.Working;

namespace Troubadour.Server.Uploads;

/// <summary>Takes callers' audio: fetches it, makes sure that it is audio of an allowed length, and brings it to our form.</summary>
internal sealed class UploadDesk(UploadFetcher fetcher, AudioReader reader, DataFolder data, DiskRoom room)
    : IDisposable
{
    private const int MostAtOnce = 16;
    private const int MostDecoding = 2;

    private readonly SemaphoreSlim _seats = new(MostAtOnce);
    private readonly SemaphoreSlim _decoders = new(MostDecoding);

    /// <summary>Fetches and reads a file.</summary>
    /// <param name="url">A public http or https address, or one of a host that the operator allows.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The upload; the caller disposes it when it has taken its files.</returns>
    /// <exception cref="ApiException">400 with a sentence for the caller; 429 while too many uploads are under way; 503 when the disk is nearly full.</exception>
    public async Task<ReadyUpload> FetchAsync(string url, CancellationToken cancellation = default)
    {
        if (!room.IsLeft)
        {
            throw new ApiException(503, "api_error", "The server takes no uploads at the moment; try again soon.");
        }

        if (!await _seats.WaitAsync(0, cancellation))
        {
            throw new ApiException(429, "api_error", "Too many uploads are under way; try again soon.");
        }

        var folder = Path.Combine(data.Work, $"upload-{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(folder);
            return await FetchAsync(url, folder, cancellation);
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
        finally
        {
            _seats.Release();
        }
    }

    public void Dispose()
    {
        _seats.Dispose();
        _decoders.Dispose();
    }

    private async Task<ReadyUpload> FetchAsync(string url, string folder, CancellationToken cancellation)
    {
        var source = Path.Combine(folder, AudioReader.SourceName);
        await fetcher.FetchAsync(url, source, cancellation);
        await _decoders.WaitAsync(cancellation);
        try
        {
            var report = await reader.ReadAsync(folder, cancellation);
            File.Delete(source);
            return new ReadyUpload(folder, report.Format, (double)report.Frames / SampleRate.House);
        }
        finally
        {
            _decoders.Release();
        }
    }
}
