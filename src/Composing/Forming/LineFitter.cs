using System.Collections.Immutable;
using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// Gives lyric lines their bars at a tempo: never more than 5.5 sung syllables a second over a line (8 rapped), and about the density
/// that the style likes.
/// </summary>
internal sealed class LineFitter(Direction direction, Pronouncer pronouncer)
{
    internal const double FastestSung = 5.5;
    internal const double FastestRapped = 8;
    private readonly Dictionary<string, ImmutableArray<SungWord>> _words = new(StringComparer.Ordinal);

    /// <summary>A section's lines with their bars.</summary>
    /// <param name="section">The lyric section.</param>
    /// <param name="bpm">Tempo in pulses a minute.</param>
    /// <param name="tight">True to take as few bars as the words allow.</param>
    /// <param name="like">The bars of lines that these lines follow, if any, in order.</param>
    public (ImmutableArray<PlannedLine> Lines, int Bars) Fit(
        LyricSection section,
        double bpm,
        bool tight,
        ImmutableArray<int> like = default
    )
    {
        var rap = direction.Style.Vocal.Rap.Contains(section.Kind);
        var barSeconds = direction.BarSeconds(bpm);
        var all = section.Lines.Select((_, i) => Words(section.Lines, i)).ToList();
        var sung = section.Lines.Where((_, i) => !all[i].IsEmpty).ToList();
        var words = all.FindAll(w => !w.IsEmpty);
        var counts = words.ConvertAll(w => w.Sum(word => word.Syllables.Length));
        if (counts.Count == 0)
        {
            return ([], 0);
        }

        var least = counts
            .Select((count, i) => LeastBars(count, barSeconds, rap || sung[i].Delivery == Delivery.Spoken))
            .ToList();
        var usual = tight ? 1 : UsualBars(counts, barSeconds, rap);
        var lines = ImmutableArray.CreateBuilder<PlannedLine>();
        var bar = 0;
        for (var i = 0; i < words.Count; i++)
        {
            var wished = tight || like.IsDefaultOrEmpty ? usual : like[i % like.Length];
            var bars = Math.Max(wished, least[i]);
            bars = bars == 3 && !tight && like.IsDefaultOrEmpty ? 4 : bars;
            lines.Add(new PlannedLine(sung[i].Shown, words[i], counts[i], bar, bars) { Delivery = sung[i].Delivery });
            bar += bars;
        }

        return (lines.ToImmutable(), bar + (bar % 2));
    }

    /// <summary>A section's lines in exactly so many bars, spread evenly; null when the words need more.</summary>
    /// <param name="section">The lyric section.</param>
    /// <param name="bpm">Tempo in pulses a minute.</param>
    /// <param name="bars">The section's bars.</param>
    /// <param name="least">Bars that the words need.</param>
    public ImmutableArray<PlannedLine>? FitInto(LyricSection section, double bpm, int bars, out int least)
    {
        var tight = Fit(section, bpm, tight: true).Lines;
        least = tight.Sum(line => line.Bars);
        if (least > bars)
        {
            return null;
        }

        var share = ((int[])[4, 2, 1]).FirstOrDefault(each => tight.Sum(line => Math.Max(each, line.Bars)) <= bars, 1);
        var lengths = tight.Select(line => Math.Max(share, line.Bars)).ToArray();
        // What is left goes to the lines with the most to say, as long as it doubles them.
        foreach (var i in Enumerable.Range(0, lengths.Length).OrderByDescending(i => tight[i].Syllables))
        {
            lengths[i] += lengths[i] == share && lengths.Sum() + share <= bars && share < 4 ? share : 0;
        }

        var lines = ImmutableArray.CreateBuilder<PlannedLine>();
        for (var (i, bar) = (0, 0); i < lengths.Length; bar += lengths[i], i++)
        {
            lines.Add(tight[i] with { StartBar = bar, Bars = lengths[i] });
        }

        return lines.ToImmutable();
    }

    // A line may rhyme with those around it.
    private ImmutableArray<SungWord> Words(ImmutableArray<LyricLine> lines, int i)
    {
        var near = ((int[])[i - 1, i + 1, i - 2, i + 2]).Where(j => j >= 0 && j < lines.Length);
        var rhymes = string.Join('\n', near.Select(j => lines[j].Text));
        var key = $"{lines[i].Text}\n{rhymes}";
        if (!_words.TryGetValue(key, out var words))
        {
            words = pronouncer.Line(lines[i].Text, rhymes);
            _words[key] = words;
        }

        return words;
    }

    private int LeastBars(int syllables, double barSeconds, bool rap)
    {
        var rest = rap ? 0.2 : 0.45;
        var byTime = (syllables / (rap ? FastestRapped : FastestSung) + rest) / barSeconds;
        // Slow bars run out of sixteenths before the singer runs out of breath.
        var bySlots = (syllables + 2.0) / direction.Steps;
        return Math.Max(1, (int)Math.Ceiling(Math.Max(byTime, bySlots) - 1e-9));
    }

    private int UsualBars(List<int> counts, double barSeconds, bool rap)
    {
        var sorted = counts.Order().ToList();
        var median = sorted[sorted.Count / 2];
        var liked = (rap ? 4.4 : 2.5) * direction.Style.Melody.Density * (1 + direction.Effect.Density);
        var best = 1;
        var bestCost = double.MaxValue;
        foreach (var bars in (int[])[1, 2, 4])
        {
            var ratio = median / (bars * barSeconds) / liked;
            var cost = Math.Max(ratio, 1 / ratio) * (bars == direction.Style.Melody.LineBars ? 0.75 : 1);
            if (cost < bestCost)
            {
                (best, bestCost) = (bars, cost);
            }
        }

        return best;
    }
}
