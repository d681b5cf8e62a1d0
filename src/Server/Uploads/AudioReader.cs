using Troubadour.Audio;
using Troubadour.Ingest;
using Troubadour.Server.Http;
using Troubadour.Server.Settings;

namespace Troubadour.Server.Uploads;

/// <summary>Reads a strange file as audio and writes it in our form.</summary>
internal sealed class AudioReader(TroubadourSettings settings, TimeProvider clock)
{
    public const string SourceName = "source";
    public const int LeastSeconds = 6;
    public const int MostSeconds = 480;

    /// <summary>Reads "source" in the folder and writes the two files of a <see cref="ReadyUpload"/> beside it.</summary>
    /// <exception cref="ApiException">400: it is not audio that can be read, or too short or long.</exception>
    public async Task<IngestReport> ReadAsync(string folder, CancellationToken cancellation)
    {
        var limits = new IngestLimits
        {
            MaxBytes = (long)settings.Uploads.MaxMb << 20,
            MinSeconds = LeastSeconds,
            MaxSeconds = MostSeconds,
            WallTime = TimeSpan.FromSeconds(settings.Uploads.DecodeSeconds),
            CpuSeconds = settings.Uploads.DecodeSeconds,
        };
        using var wav = new WavWriter(
            File.Create(Path.Combine(folder, ReadyUpload.WavName)),
            2,
            SampleRate.House,
            WavFormat.Pcm16
        );
        using var mp3 = new Mp3Encoder(File.Create(Path.Combine(folder, ReadyUpload.Mp3Name)));
        try
        {
            return await new AudioIngest(limits, folder, clock).DecodeAsync(
                Path.Combine(folder, SourceName),
                (left, right) =>
                {
                    wav.Write(left, right);
                    mp3.Write(left, right);
                },
                cancellation
            );
        }
        catch (IngestException e) when (e.Problem == IngestProblem.NoDecoder)
        {
            throw new ApiException("Uploads cannot be read here: the server lacks ffmpeg.", e);
        }
        catch (IngestException e)
        {
            throw ApiException.BadRequest(e.Message);
        }
    }
}
