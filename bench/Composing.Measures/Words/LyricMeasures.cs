using System.Collections.Immutable;

namespace Troubadour.Composing.Measures;

/// <summary>Where and how long the syllables of each class fall: the fit of words and music.</summary>
public static class LyricMeasures
{
    private static readonly (string Name, SyllableClass Class)[] Classes =
    [
        ("stressed", SyllableClass.Stressed),
        ("unstressed", SyllableClass.Unstressed),
        ("content", SyllableClass.Content),
        ("function", SyllableClass.Function),
    ];

    /// <summary>Measures one song, or many joined into one piece.</summary>
    public static ImmutableSortedDictionary<string, double> Of(LyricPiece piece)
    {
        ArgumentNullException.ThrowIfNull(piece);
        var found = new Findings();
        foreach (var (name, kind) in Classes)
        {
            var all = piece.Syllables.Where(syllable => syllable.Class == kind).ToList();
            if (all.Count == 0)
            {
                continue;
            }

            double Share(Func<LyricSyllable, bool> test) => (double)all.Count(test) / all.Count;
            found.Add($"lyric.{name}.strong", Share(s => s.OnStrong));
            found.Add($"lyric.{name}.strong8", Share(s => s.OnOrBeforeStrong));
            found.Add($"lyric.{name}.beat", Share(s => s.OnBeat));
            found.Add($"lyric.{name}.beat8", Share(s => s.OnOrBeforeBeat));
            found.Add($"lyric.{name}.downbeat", Share(s => s.OnDownbeat));
            found.Add($"lyric.{name}.length", all.Average(s => s.Length));
        }

        if (!piece.Syllables.IsEmpty)
        {
            found.Add("lyric.notes", (double)piece.Notes / piece.Syllables.Length);
            found.Add("lyric.range", piece.Range);
        }

        Contour(piece, found);
        Contrast(piece, found);
        return found.ToDictionary();
    }

    // How much more often than light syllables the heavy ones fall on beats, and how much longer they are.
    private static void Contrast(LyricPiece piece, Findings found)
    {
        var heavy = piece.Syllables.Where(s => s.Class is SyllableClass.Stressed or SyllableClass.Content).ToList();
        var light = piece.Syllables.Where(s => s.Class is SyllableClass.Unstressed or SyllableClass.Function).ToList();
        if (heavy.Count == 0 || light.Count == 0)
        {
            return;
        }

        double Gain(Func<LyricSyllable, bool> test) =>
            (double)heavy.Count(test) / heavy.Count - (double)light.Count(test) / light.Count;
        found.Add("lyric.contrast.strong", Gain(s => s.OnStrong));
        found.Add("lyric.contrast.strong8", Gain(s => s.OnOrBeforeStrong));
        found.Add("lyric.contrast.beat", Gain(s => s.OnBeat));
        found.Add("lyric.contrast.length", heavy.Average(s => s.Length) / light.Average(s => s.Length));
    }

    private static void Contour(LyricPiece piece, Findings found)
    {
        var pairs = piece.Syllables.Skip(1).Select((second, i) => (First: piece.Syllables[i], Second: second));
        var inside = pairs.Where(pair => pair.First.Word == pair.Second.Word).ToList();
        var falling = inside.FindAll(p =>
            p.First.Class == SyllableClass.Stressed && p.Second.Class == SyllableClass.Unstressed
        );
        var rising = inside.FindAll(p =>
            p.First.Class == SyllableClass.Unstressed && p.Second.Class == SyllableClass.Stressed
        );
        if (falling.Count > 0)
        {
            double count = falling.Count;
            found.Add("lyric.after.falls", falling.Count(p => p.First.Key > p.Second.Key) / count);
            found.Add("lyric.after.equal", falling.Count(p => p.First.Key == p.Second.Key) / count);
            found.Add("lyric.after.longer", falling.Count(p => p.First.Length > p.Second.Length + 1e-6) / count);
            found.Add(
                "lyric.after.same",
                falling.Count(p => Math.Abs(p.First.Length - p.Second.Length) < 1e-6) / count
            );
        }

        if (rising.Count > 0)
        {
            double count = rising.Count;
            found.Add("lyric.before.rises", rising.Count(p => p.First.Key < p.Second.Key) / count);
            found.Add("lyric.before.longer", rising.Count(p => p.First.Length + 1e-6 < p.Second.Length) / count);
        }
    }
}
