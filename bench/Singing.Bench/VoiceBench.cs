using Troubadour.Singing.Measures;

namespace Troubadour.Singing.Bench;

/// <summary>Measures recordings that lie in a folder.</summary>
internal sealed class VoiceBench(string folder, Options options)
{
    // Chosen on tuning lines as the first generation sang them; see bench/results/singing.md.
    private const string ClosedPenalty = "1e-8";
    private const string OpenPenalty = "1e-6";

    // For sounds that last two to four times as long as spoken ones.
    private const int SlowFrames = 50;
    private const string SlowClosedPenalty = "1e-4";
    private const string SlowOpenPenalty = "1e-2";
    private const double VowelEdge = 0.03;

    private readonly Recogniser _recogniser = new(folder, options.Jobs);

    public static SearchSettings Closed { get; } = new(BenchLines.Vocabulary, ClosedPenalty, SearchSettings.WideBeams);

    public static SearchSettings Open { get; } = new(null, OpenPenalty, SearchSettings.NarrowBeams);

    private SearchSettings Heard(SearchSettings usual, string slowPenalty) =>
        options.Has("slow") ? usual with { Frames = SlowFrames, Penalty = slowPenalty } : usual;

    /// <summary>Words only.</summary>
    public WordCount Words(IReadOnlyList<Recording> recordings, SearchSettings settings)
    {
        var heard = _recogniser.Listen([.. recordings.Select(r => r.Name)], settings);
        if (options.Has("show"))
        {
            foreach (var (recording, words) in recordings.Zip(heard))
            {
                Console.WriteLine(
                    $"{recording.Name}: {string.Join(' ', recording.Words)}  ->  {string.Join(' ', words)}"
                );
            }
        }

        return new WordCount(
            recordings.Select((r, i) => WordErrors.Count(r.Words, heard[i])).Sum(),
            recordings.Sum(r => r.Words.Length),
            heard.Sum(h => h.Length)
        );
    }

    /// <summary>Everything.</summary>
    /// <param name="recordings">One voice on one set.</param>
    /// <param name="alignerBias">In milliseconds.</param>
    /// <param name="natural">How much cepstra should move; null leaves it out.</param>
    public VoiceFigures Measure(IReadOnlyList<Recording> recordings, double alignerBias, CepstralVariance? natural)
    {
        RecordingFolder.Write(folder, recordings);
        var figures = new VoiceFigures
        {
            Closed = Words(recordings, Heard(Closed, SlowClosedPenalty)),
            Open = options.Open ? Words(recordings, Heard(Open, SlowOpenPenalty)) : default,
        };
        if (options.Has("words-only"))
        {
            return figures;
        }

        var tracks = Tracks(recordings);
        return figures with
        {
            Pitch = PitchAccuracy.Of(tracks.Zip(recordings, (t, r) => (t, (IReadOnlyList<HeldNote>)r.HeldNotes()))),
            Onsets = Onsets(recordings, alignerBias),
            Harmonicity = Harmonicity(recordings, tracks),
            Variance = natural is null ? 0 : Variance(recordings, tracks).RatioTo(natural),
            Artefacts = recordings
                .Select(r => ArtefactCounts.Of(r.Samples, r.Rate, r.Vowels))
                .Aggregate(default(ArtefactCounts), (a, b) => a + b),
        };
    }

    public IReadOnlyList<VoiceTrack> Tracks(IReadOnlyList<Recording> recordings) =>
        Praat.Track(folder, [.. recordings.Select(r => r.Name)], ".full.wav");

    public OnsetErrors Onsets(IReadOnlyList<Recording> recordings, double alignerBias)
    {
        var heard = new VowelAligner(folder).Align([
            .. recordings.Select(r => (r.Name, (IReadOnlyList<string>)[.. r.Phones.Select(p => p.Phone)])),
        ]);
        return OnsetErrors.Of(
            heard.Zip(recordings, (h, r) => ((IReadOnlyList<double>)h, (IReadOnlyList<double>)r.VowelStarts)),
            alignerBias
        );
    }

    public static CepstralVariance Variance(IReadOnlyList<Recording> recordings, IReadOnlyList<VoiceTrack> tracks)
    {
        var variance = new CepstralVariance();
        foreach (var (recording, track) in recordings.Zip(tracks))
        {
            variance.Add(RecordingFolder.AtRecogniserRate(recording), track, recording.Vowels);
        }

        return variance;
    }

    private static double Harmonicity(IReadOnlyList<Recording> recordings, IReadOnlyList<VoiceTrack> tracks) =>
        Median.Of(
            recordings
                .Zip(tracks)
                .SelectMany(p => p.First.Vowels.Select(v => p.Second.Between(v.Start + VowelEdge, v.End - VowelEdge)))
                .Select(frames => Median.Of(frames.Where(f => f.Hertz > 0).Select(f => f.Harmonicity)))
                .Where(double.IsFinite)
        );
}
