using Troubadour.Music;

namespace Troubadour.Analysis.Bench;

/// <summary>What the band of a rendered song plays: strokes by kind (the value is the <see cref="DrumKind"/>) and the notes of everything else but the bass.</summary>
internal sealed record BandTruth(IReadOnlyList<TruthSpan> Drums, IReadOnlyList<TruthSpan> Rest)
{
    private const double Together = 0.03;

    /// <summary>Reads them from a song.</summary>
    public static BandTruth Of(Song song)
    {
        var time = new TimeMap(song.Tempos);
        double Second(int tick) => time.SecondsAt(tick) - time.SecondsAt(song.From);
        TruthSpan Span(Note note, int value) => new(Second(note.Tick), Second(note.Tick + note.Length), value);
        var drums = song
            .Parts.Where(part => part.Role == PartRole.Drums)
            .SelectMany(part => part.Notes)
            .Select(note => Span(note, (int)Kind(note.Key)));
        var rest = song
            .Parts.Where(part => part.Role is not (PartRole.Drums or PartRole.Bass or PartRole.Effects))
            .SelectMany(part => part.Notes)
            .Select(note => Span(note, note.Key));
        return new(Single(drums), Single(rest));
    }

    /// <summary>The kind that a General MIDI percussion key belongs to.</summary>
    public static DrumKind Kind(int key) =>
        key switch
        {
            35 or 36 => DrumKind.Kick,
            37 or 38 or 39 or 40 => DrumKind.Snare,
            42 or 44 => DrumKind.Hat,
            46 => DrumKind.OpenHat,
            41 or 43 or 45 or 47 or 48 or 50 => DrumKind.Tom,
            49 or 51 or 52 or 53 or 55 or 57 or 59 => DrumKind.Cymbal,
            _ => DrumKind.Percussion,
        };

    // What several players strike together is heard once.
    private static List<TruthSpan> Single(IEnumerable<TruthSpan> spans)
    {
        var kept = new List<TruthSpan>();
        foreach (var own in spans.GroupBy(span => span.Value))
        {
            var last = double.NegativeInfinity;
            foreach (var span in own.OrderBy(span => span.Start))
            {
                if (span.Start - last >= Together)
                {
                    kept.Add(span);
                    last = span.Start;
                }
            }
        }

        return [.. kept.OrderBy(span => span.Start)];
    }
}
