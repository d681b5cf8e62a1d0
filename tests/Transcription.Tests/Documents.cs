using System.Collections.Immutable;
using Troubadour.Analysis;
using Troubadour.Music;

namespace Troubadour.Transcription.Tests;

/// <summary>Documents that are made up.</summary>
internal static class Documents
{
    public static TranscriptionOptions Options { get; } = new() { Style = "pop", Seed = 5 };

    /// <summary>A sound in which nothing was found.</summary>
    public static AnalysisDocument Empty(double seconds) =>
        new()
        {
            Seconds = seconds,
            Loudness = new(null, 0, null),
            Spectrum = [],
            Tempo = new(0, [], 0, 0),
            Metre = new(4, 4, 0),
            Beats = new([], 0),
            Downbeats = new([], 0),
            Key = new(null, null, 440, 0),
            Chords = [],
            Sections = [],
            VocalActivity = new(10, [], [], 0),
            Melody = new(50, [], [], 0),
            Bass = NoteLine.None,
        };

    /// <summary>Beats of bars of a metre from a second on, each so much longer than the one before.</summary>
    public static AnalysisDocument Beaten(
        double seconds,
        Meter meter,
        double first,
        double gap,
        double slower = 1,
        double jitter = 0
    )
    {
        var random = new RandomStream(3, "jitter");
        var beats = new List<double>();
        for (var at = first; at < seconds; at += gap, gap *= slower)
        {
            beats.Add(at + random.Next(-jitter, jitter));
        }

        var pulses = meter.TicksPerBar / meter.TicksPerPulse;
        return Empty(seconds) with
        {
            Metre = new(meter.Beats, meter.Unit, 1),
            Beats = new([.. beats], 1),
            Downbeats = new([.. beats.Where((_, i) => i % pulses == 0)], 1),
        };
    }

    /// <summary>Anything that the types allow and an analysis might write, and some that it would not.</summary>
    public static AnalysisDocument Wild(long seed)
    {
        var random = new RandomStream(seed, "wild");
        var seconds = random.Chance(0.1) ? random.Next(0, 1.5) : random.Next(1, random.Chance(0.1) ? 480 : 60);
        var beats = Beats(random, seconds);
        var meters = new[] { (4, 4), (3, 4), (6, 8), (12, 8), (7, 8), (5, 4), (2, 4), (9, 8), (0, 3) };
        var (upper, lower) = random.Pick(meters);
        return Empty(seconds) with
        {
            Metre = new(upper, lower, 0.5),
            Beats = new([.. beats], 0.5),
            Downbeats = new(random.Chance(0.2) ? [] : [.. beats.Where(_ => random.Chance(0.3))], 0.5),
            Key = random.Chance(0.2) ? new(null, null, 440, 0) : new(random.NextInt(12), "minor", 440, 0.5),
            Chords = [.. Spans(random, seconds).Select(span => Chord(random, span))],
            Sections =
            [
                .. Spans(random, seconds)
                    .Select(span => new SectionEstimate(
                        span.Start,
                        span.End,
                        4,
                        random.Pick(["intro", "verse", "chorus", "solo"]),
                        "A",
                        random.Next(-0.2, 1.2),
                        0.5
                    )),
            ],
            VocalActivity = new(10, [], [.. Spans(random, seconds)], 0.5),
            Melody = new(50, [], Notes(random, seconds), 0.5),
            Bass = new(Notes(random, seconds), 0.5),
            Accompaniment = new(Notes(random, seconds), 0.5),
            Drums = new(
                [
                    .. Enumerable
                        .Range(0, random.NextInt(200))
                        .Select(_ => new DrumHit(
                            random.Next(0, seconds + 1),
                            null,
                            (DrumKind)random.NextInt(7),
                            random.NextUnit(),
                            0.5
                        ))
                        .OrderBy(hit => hit.Start),
                ],
                0.5
            ),
        };
    }

    private static List<double> Beats(RandomStream random, double seconds)
    {
        var beats = new List<double>();
        var gap = random.Next(0.25, 1);
        var drift = random.Next(0.99, 1.02);
        if (random.Chance(0.15))
        {
            seconds = Math.Min(seconds, 1);
        }

        for (var at = random.Next(0, 3); at < seconds && gap > 0.15; at += gap, gap *= drift)
        {
            beats.Add(at);
            at += random.Chance(0.02) ? random.Next(0, 8) : 0;
        }

        return beats;
    }

    private static List<TimeSpanSeconds> Spans(RandomStream random, double seconds)
    {
        var spans = new List<TimeSpanSeconds>();
        for (var at = random.Next(0, 2); at < seconds; )
        {
            var end = at + random.Next(0.05, 8);
            spans.Add(new(at, end));
            at = end + (random.Chance(0.5) ? 0 : random.Next(0, 3));
        }

        return spans;
    }

    private static ChordEstimate Chord(RandomStream random, TimeSpanSeconds span)
    {
        var root = random.NextInt(12);
        return random.Chance(0.2)
            ? new(span.Start, span.End, "N", null, null, 0.5)
            : new(span.Start, span.End, "", root, random.Pick([ChordQuality.Major, ChordQuality.Minor7]), 0.5);
    }

    private static ImmutableArray<NoteEstimate> Notes(RandomStream random, double seconds) =>
        [
            .. Enumerable
                .Range(0, random.NextInt(300))
                .Select(_ =>
                {
                    var start = random.Next(-1, seconds + 1);
                    return new NoteEstimate(
                        start,
                        start + random.Next(-0.1, 2),
                        random.Next(0, 1) < 0.05 ? 140 : 30 + random.NextInt(70),
                        null,
                        null,
                        0.5
                    )
                    {
                        Strength = random.Next(-0.1, 1.1),
                    };
                })
                .OrderBy(note => note.Start),
        ];
}
