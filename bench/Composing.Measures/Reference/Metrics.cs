using System.Collections.Immutable;

namespace Troubadour.Composing.Measures;

/// <summary>All measures that have human figures, in the order of the tables.</summary>
public static class Metrics
{
    /// <summary>The measures.</summary>
    public static ImmutableArray<Metric> All { get; } =
    [
        .. Rows(
            MetricGroup.Melody,
            ("melody.entropy", "pitch-class entropy, bits"),
            ("melody.h1", "H1, entropy of a bar"),
            ("melody.h4", "H4, entropy of four bars"),
            ("melody.groove.adjacent", "groove similarity, adjacent bars"),
            ("melody.groove.all", "groove similarity, all pairs"),
            ("melody.chord.notes", "chord tones, share of notes"),
            ("melody.chord.length", "chord tones, share of time"),
            ("melody.chord.strong", "chord tones on strong beats"),
            ("melody.consonance.triads", "pitch consonance score, on triads"),
            ("melody.scale", "scale consistency"),
            ("melody.range", "range, semitones"),
            ("melody.range90", "5-95 % range, semitones"),
            ("melody.notes", "notes a bar"),
            ("melody.rest", "rest share"),
            ("melody.unison", "unisons"),
            ("melody.step", "steps (1-2)"),
            ("melody.leap", "leaps (over 4)"),
            ("melody.interval", "mean interval, semitones"),
            ("melody.offbeat", "onsets off the beat"),
            ("melody.off8th", "onsets off the 8th"),
            ("melody.bar.repeated", "bars repeated exactly"),
            ("melody.bar.rhythm", "bar rhythms repeated"),
            ("melody.bar.rhythms", "distinct bar rhythms"),
            ("phrase.same.tune", "same letter: tune identical"),
            ("phrase.same.rhythm", "same letter: rhythm Jaccard"),
            ("phrase.other.tune", "other letter: tune identical"),
            ("phrase.other.rhythm", "other letter: rhythm Jaccard"),
            ("melody.zlib", "zlib ratio"),
            ("chords.trigrams", "unique share of chord trigrams"),
            ("chords.perbar", "chord changes a bar"),
            ("chords.distinct", "distinct chord symbols"),
            ("form.phrases", "phrases"),
            ("form.sung", "sung phrases"),
            ("form.letters", "distinct letters"),
            ("form.repeat", "repeat ratio"),
            ("form.bars", "bars")
        ),
        .. Rows(
            MetricGroup.Texture,
            ("texture.h1", "H1, entropy of a bar"),
            ("texture.h4", "H4, entropy of four bars"),
            ("texture.groove.adjacent", "groove similarity, adjacent bars"),
            ("texture.groove.all", "groove similarity, all pairs"),
            ("texture.scale", "scale consistency"),
            ("texture.sounding", "sounding notes"),
            ("texture.empty", "empty 16ths"),
            ("texture.notes", "notes a bar"),
            ("texture.velocity", "velocity SD")
        ),
        .. Words("stressed", "stressed, long word"),
        .. Words("unstressed", "unstressed, long word"),
        .. Words("content", "content word of one syllable"),
        .. Words("function", "function word"),
        .. Rows(
            MetricGroup.Words,
            ("lyric.contrast.strong", "heavy less light syllables: on strong beats"),
            ("lyric.contrast.strong8", "heavy less light: strong beat or the 8th before"),
            ("lyric.contrast.beat", "heavy less light: on a beat"),
            ("lyric.contrast.length", "heavy over light: length"),
            ("lyric.notes", "notes a syllable"),
            ("lyric.range", "range, semitones"),
            ("lyric.after.falls", "stressed to unstressed: falls"),
            ("lyric.after.equal", "stressed to unstressed: equal"),
            ("lyric.after.same", "stressed to unstressed: same length"),
            ("lyric.after.longer", "stressed to unstressed: stressed longer"),
            ("lyric.before.rises", "unstressed to stressed: rises"),
            ("lyric.before.longer", "unstressed to stressed: stressed longer")
        ),
        .. Rows(MetricGroup.Drums, ("drums.groove.adjacent", "groove similarity, adjacent bars")),
        .. Drum("kick"),
        .. Drum("snare"),
        .. Drum("hat"),
    ];

    private static IEnumerable<Metric> Rows(MetricGroup group, params (string Id, string Title)[] rows) =>
        rows.Select(row => new Metric(row.Id, row.Title, group));

    private static IEnumerable<Metric> Words(string kind, string title) =>
        Rows(
            MetricGroup.Words,
            ($"lyric.{kind}.strong", $"{title}: on a strong beat"),
            ($"lyric.{kind}.strong8", $"{title}: strong beat or the 8th before"),
            ($"lyric.{kind}.beat", $"{title}: on a beat"),
            ($"lyric.{kind}.beat8", $"{title}: beat or the 8th before"),
            ($"lyric.{kind}.downbeat", $"{title}: on the downbeat"),
            ($"lyric.{kind}.length", $"{title}: quarters")
        );

    private static IEnumerable<Metric> Drum(string name) =>
        Rows(
            MetricGroup.Drums,
            [
                .. Enumerable
                    .Range(1, 4)
                    .Select(place => ($"drums.{name}.velocity{place}", $"{name} velocity, 16th {place} of the beat")),
                ($"drums.{name}.spread", $"{name} velocity SD"),
            ]
        );
}
