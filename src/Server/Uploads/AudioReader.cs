using System.ComponentModel;
using System.Globalization;
using CliWrap;
using Troubadour.Server.Http;
using Troubadour.Server.Settings;

namespace Troubadour.Server.Uploads;

/// <summary>
/// Reads a strange file as audio with ffmpeg, in a process of its own that can do little: one demuxer, no protocol but local files, one
/// thread, and limits on its memory, processor time, written bytes and time on the clock.
/// </summary>
internal sealed class AudioReader(TroubadourSettings settings, TimeProvider clock)
{
    public const string SourceName = "source";
    public const double LeastSeconds = 6;
    public const double MostSeconds = 480;

    private const int Rate = 44_100;
    private const int FrameBytes = 4;
    private const int MostDecoded = (int)MostSeconds + 1;

    // What the shell's conventions say of a program that is not there or cannot be run.
    private const int NotStarted = 126;
    private const int NotFound = 127;

    // What is left of a process that used up its processor time.
    private const int Killed = 137;
    private const long MemoryBytes = 1L << 30;
    private const long FileBytes = ((long)MostDecoded * Rate * FrameBytes) + (1 << 20);

    // A file of a megabyte can hold hours, so decoding stops one second behind the longest length.
    private static readonly string Limit = MostDecoded.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads "source" in the folder and writes the two files of a <see cref="ReadyUpload"/> beside it.</summary>
    /// <returns>The seconds.</returns>
    /// <exception cref="ApiException">400: it is not audio that can be read, or too short or long.</exception>
    public async Task<double> ReadAsync(string folder, AudioFormat format, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(settings.Uploads.DecodeSeconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            await RunAsync(
                folder,
                Input(format.Demuxer, SourceName),
                Output("pcm_s16le", "wav", ReadyUpload.WavName),
                either.Token
            );
            var seconds = CheckedLength(SecondsOf(Path.Combine(folder, ReadyUpload.WavName)));
            await RunAsync(
                folder,
                Input("wav", ReadyUpload.WavName),
                Output("libmp3lame", "mp3", ReadyUpload.Mp3Name),
                either.Token
            );
            return seconds;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw TooLong();
        }
        catch (Win32Exception e)
        {
            throw NoDecoder(e);
        }
    }

    public static ApiException NotAudio() =>
        ApiException.BadRequest($"the file is not audio that can be read ({AudioSniffer.Known}).");

    private static ApiException TooLong() => ApiException.BadRequest("the file takes too long to read as audio.");

    private static ApiException NoDecoder(Exception? cause) =>
        new("Uploads cannot be read here: the server lacks ffmpeg.", cause!);

    private async Task RunAsync(string folder, string[] input, string[] output, CancellationToken cancellation)
    {
        var result = await Cli.Wrap("prlimit")
            .WithArguments([.. Limits(), "nice", "-n", "10", "ffmpeg", .. input, .. output])
            .WithWorkingDirectory(folder)
            .WithEnvironmentVariables(environment => environment.Set("FFREPORT", null))
            .WithStandardErrorPipe(PipeTarget.Null)
            .WithStandardOutputPipe(PipeTarget.Null)
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync(cancellation);
        if (result.ExitCode is NotFound or NotStarted)
        {
            throw NoDecoder(null);
        }

        if (!result.IsSuccess)
        {
            throw result.ExitCode == Killed ? TooLong() : NotAudio();
        }
    }

    private IEnumerable<string> Limits() =>
        [
            "--cpu=" + settings.Uploads.DecodeSeconds.ToString(CultureInfo.InvariantCulture),
            "--as=" + MemoryBytes.ToString(CultureInfo.InvariantCulture),
            "--fsize=" + FileBytes.ToString(CultureInfo.InvariantCulture),
            "--core=0",
            "--nofile=64",
        ];

    private static string[] Input(string demuxer, string name) =>
        [
            "-hide_banner",
            "-loglevel",
            "error",
            "-nostdin",
            "-protocol_whitelist",
            "file",
            "-threads",
            "1",
            "-t",
            Limit,
            "-f",
            demuxer,
            "-i",
            "file:" + name,
        ];

    private static string[] Output(string codec, string muxer, string name) =>
        [
            "-map",
            "0:a:0",
            "-map_metadata",
            "-1",
            "-map_chapters",
            "-1",
            "-fflags",
            "+bitexact",
            "-flags:a",
            "+bitexact",
            "-threads",
            "1",
            "-t",
            Limit,
            "-ar",
            Rate.ToString(CultureInfo.InvariantCulture),
            "-ac",
            "2",
            "-c:a",
            codec,
            "-b:a",
            "192k",
            "-f",
            muxer,
            "file:" + name,
        ];

    // The decoder's own WAV: a plain header of 44 bytes, then the samples.
    private static double SecondsOf(string wav)
    {
        const int Header = 44;
        var file = new FileInfo(wav);
        return file.Exists && file.Length > Header ? (file.Length - Header) / (double)(Rate * FrameBytes) : 0;
    }

    private static double CheckedLength(double seconds)
    {
        if (seconds <= 0)
        {
            throw NotAudio();
        }

        if (seconds > MostSeconds)
        {
            throw ApiException.BadRequest(
                $"the audio lasts more than {MostSeconds} seconds; {LeastSeconds} to {MostSeconds} are allowed."
            );
        }

        return seconds >= LeastSeconds
            ? seconds
            : throw ApiException.BadRequest(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the audio lasts {Math.Floor(seconds * 10) / 10:0.0} seconds; {LeastSeconds} to {MostSeconds} are allowed."
                )
            );
    }
}
