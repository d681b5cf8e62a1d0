using System.Globalization;

namespace Troubadour.Alignment;

/// <summary>
/// The command that finds the words of grammars in sounds: pocketsphinx_batch (Huggins-Daines et al. 2006) behind prlimit. All names in
/// the folder are ours. Nothing is taken out of the sound, so that frames are times; the beams are so wide that a path is hardly ever
/// lost; the dither's seed is fixed.
/// </summary>
internal static class RecogniserCommand
{
    /// <summary>What is started; the rest are its arguments.</summary>
    public const string Program = "prlimit";

    /// <summary>Frames of its results a second.</summary>
    public const int FrameRate = 100;

    private const string Beam = "1e-200";
    private const long LargestResult = 1 << 26;

    /// <summary>The arguments. It stands in its folder, which has the files "dict", "passages" (names, one a line), and of each passage
    /// NAME.raw and NAME.fsg; it writes "words".</summary>
    public static IEnumerable<string> Arguments(AlignmentOptions options) =>
        [
            "--cpu=" + Number(options.RecogniserCpuSeconds),
            "--as=" + Number(options.RecogniserMemoryBytes),
            "--fsize=" + Number(LargestResult),
            "--core=0",
            "--nofile=64",
            "nice",
            "-n",
            "10",
            options.Recogniser,
            .. Files(options),
            .. Search(),
        ];

    private static string[] Files(AlignmentOptions options) =>
        [
            "-hmm",
            Path.GetFullPath(options.AcousticModel),
            "-dict",
            "dict",
            "-ctl",
            "passages",
            "-fsgctl",
            "passages",
            "-fsgdir",
            ".",
            "-fsgext",
            ".fsg",
            "-cepdir",
            ".",
            "-cepext",
            ".raw",
            "-adcin",
            "yes",
            "-hypseg",
            "words",
            "-logfn",
            "/dev/null",
        ];

    private static string[] Search() =>
        [
            "-remove_silence",
            "no",
            "-dither",
            "yes",
            "-seed",
            "1",
            "-bestpath",
            "no",
            "-fwdflat",
            "no",
            "-beam",
            Beam,
            "-pbeam",
            Beam,
            "-wbeam",
            Beam,
        ];

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
