using System.Globalization;

namespace Troubadour.Ingest;

/// <summary>The sentences with which files are refused.</summary>
internal static class Refusals
{
    public static IngestException Empty() => new(IngestProblem.Empty, "the file is empty.");

    public static IngestException NotAudio() =>
        new(IngestProblem.NotAudio, $"the file is not audio that can be read ({AudioSniffer.Known}).");

    public static IngestException Damaged() =>
        new(IngestProblem.Damaged, "the file is damaged: too little of it can be read as audio.");

    public static IngestException CutShort(double seconds, double promised) =>
        new(
            IngestProblem.Damaged,
            Sentence($"the file is cut short: it has {seconds:0.0} of the {promised:0.0} seconds that it says it has.")
        );

    public static IngestException NoSound() =>
        new(
            IngestProblem.Damaged,
            "the file is damaged: it holds samples that are not finite or far beyond full scale."
        );

    public static IngestException TooShort(double seconds, IngestLimits limits) =>
        new(
            IngestProblem.TooShort,
            Sentence($"the audio lasts {Math.Floor(seconds * 10) / 10:0.0} seconds; {Allowed(limits)}.")
        );

    public static IngestException TooLong(IngestLimits limits) =>
        new(
            IngestProblem.TooLong,
            Sentence($"the audio lasts more than {limits.MaxSeconds} seconds; {Allowed(limits)}.")
        );

    public static IngestException TooLarge(IngestLimits limits) =>
        new(
            IngestProblem.TooLarge,
            limits.MaxBytes < 1 << 20
                ? Sentence($"the file is larger than {limits.MaxBytes} bytes.")
                : Sentence($"the file is larger than {limits.MaxBytes >> 20} MB.")
        );

    public static IngestException TimedOut(Exception? cause) =>
        new(IngestProblem.TimedOut, "the file takes too long to read as audio.", cause);

    public static IngestException NoDecoder(Exception? cause) =>
        new(IngestProblem.NoDecoder, "files cannot be read here: ffmpeg or prlimit is missing.", cause);

    private static string Allowed(IngestLimits limits) =>
        Sentence($"{limits.MinSeconds:0.###} to {limits.MaxSeconds} are allowed");

    private static string Sentence(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
