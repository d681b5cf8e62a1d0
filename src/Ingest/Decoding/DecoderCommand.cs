using System.Globalization;
using System.Runtime.InteropServices;
using Troubadour.Audio;

namespace Troubadour.Ingest;

/// <summary>
/// The command that turns one file into 44.1 kHz stereo floats on standard output: ffmpeg behind prlimit, with one demuxer, decoders for
/// sound alone, no protocol but local files and pipes, one thread, and a limit on everything that a file could make it use.
/// </summary>
internal static class DecoderCommand
{
    /// <summary>What is started; the rest are its arguments.</summary>
    public const string Program = "prlimit";

    private const string Decoders =
        "mp3float,mp3,mp2float,mp2,mp1float,mp1,aac,flac,alac,vorbis,opus,"
        + "pcm_u8,pcm_s8,pcm_s16le,pcm_s16be,pcm_s24le,pcm_s24be,pcm_s32le,pcm_s32be,pcm_s64le,pcm_f16le,pcm_f24le,pcm_f32le,"
        + "pcm_f32be,pcm_f64le,pcm_f64be,pcm_alaw,pcm_mulaw,adpcm_ms,adpcm_ima_wav,adpcm_ima_qt,gsm_ms";

    /// <summary>The arguments.</summary>
    /// <param name="decoder">The ffmpeg to use.</param>
    /// <param name="file">A path without links.</param>
    /// <param name="format">What the file is.</param>
    /// <param name="limits">What it may cost.</param>
    public static IEnumerable<string> Arguments(string decoder, string file, AudioFormat format, IngestLimits limits) =>
        [.. Limits(limits), "nice", "-n", "10", decoder, .. Input(file, format, limits), .. Output(limits)];

    private static string[] Limits(IngestLimits limits) =>
        [
            "--cpu=" + Number(limits.CpuSeconds),
            "--as=" + Number(limits.MemoryBytes),
            // It writes to its pipe and to no file.
            "--fsize=0",
            "--core=0",
            "--nofile=64",
        ];

    private static string[] Input(string file, AudioFormat format, IngestLimits limits) =>
        [
            "-hide_banner",
            "-loglevel",
            "error",
            "-nostdin",
            .. Processor(),
            "-protocol_whitelist",
            "file,pipe",
            "-format_whitelist",
            format.Demuxer == "mov" ? "mov,mp4,m4a,3gp,3g2,mj2"
            : format.Demuxer == "matroska" ? "matroska,webm"
            : format.Demuxer,
            "-codec_whitelist",
            Decoders,
            "-threads",
            "1",
            "-t",
            Number(limits.MaxSeconds + 1L),
            "-f",
            format.Demuxer,
            "-i",
            "file:" + file,
        ];

    private static string[] Output(IngestLimits limits) =>
        [
            "-map",
            "0:a:0",
            "-vn",
            "-sn",
            "-dn",
            "-threads",
            "1",
            "-t",
            Number(limits.MaxSeconds + 1L),
            "-af",
            // Of many channels none may sum to more than full scale; integers are mixed like that anyway.
            "aresample=rematrix_maxval=1",
            "-ar",
            Number(SampleRate.House),
            "-ac",
            "2",
            "-c:a",
            "pcm_f32le",
            "-f",
            "f32le",
            "pipe:1",
        ];

    // Code that every processor of the kind has, so that the samples do not depend on which one it is.
    private static string[] Processor() =>
        RuntimeInformation.ProcessArchitecture == Architecture.X64 ? ["-cpuflags", "mmx+mmxext+sse+sse2"] : [];

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
