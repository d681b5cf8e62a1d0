using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests.Distinct;

/// <summary>
/// Measures what a word does on the feature that its values file names: Cohen's d (1988), the difference of the means of eight songs
/// with the word and eight of the same seeds without it, over the pooled deviation of both; infinite where neither group varies.
/// </summary>
internal static class ValueEffects
{
    public const double Least = 0.8;
    public const int Seeds = 8;

    /// <summary>Sentences about the words that do not show, or show the wrong way round.</summary>
    public static IEnumerable<string> Unseen(
        IEnumerable<KeyValuePair<string, Effect>> words,
        SongBrief without,
        Func<string, SongBrief> with
    )
    {
        var list = words.ToList();
        var measured = Separation.Measure(
            list.Select(pair => pair.Key).Append(""),
            w => w.Length == 0 ? without : with(w)
        );
        foreach (var (word, effect) in list)
        {
            var feature = Measured(effect.Feature);
            var (d, mean) = Cohen(measured[word], measured[""], feature);
            if (Math.Abs(d) < Least || Math.Abs(mean) < Features.Least(feature) / 2)
            {
                yield return FormattableString.Invariant(
                    $"'{word}': {feature} differs by {mean:F2}, effect size {d:F2}"
                );
            }

            if (Wanted(effect) * mean < 0)
            {
                yield return FormattableString.Invariant($"'{word}': {feature} differs by {mean:F2}, the wrong way");
            }
        }
    }

    /// <summary>The name in <see cref="Features"/> of a feature named in a values file.</summary>
    public static string Measured(string feature) =>
        feature switch
        {
            "brightness" => "tilt, dB",
            "density" => "notes a bar",
            "drums" => "drum strokes a bar",
            "length" => "note length, sixteenths",
            "minor" => "minor, share",
            "register" => "register, semitones",
            "reverb" => "reverb send, dB",
            "tempo" => "tempo, bpm",
            _ => feature,
        };

    /// <summary>Share of the bars in which a part plays or rings.</summary>
    public static double Sounding(Song song, Part part)
    {
        var bar = song.Meter.TicksPerBar;
        var bars = Math.Max(1, song.Sections.Sum(section => section.Bars));
        var heard = part
            .Notes.SelectMany(note => Enumerable.Range(note.Tick / bar, (note.Length - 1) / bar + 1))
            .Where(index => index < bars)
            .Distinct()
            .Count();
        return (double)heard / bars;
    }

    private static (double D, double Mean) Cohen(
        Dictionary<string, double>[] with,
        Dictionary<string, double>[] without,
        string feature
    )
    {
        var one = with.Select(song => song.GetValueOrDefault(feature)).ToList();
        var two = without.Select(song => song.GetValueOrDefault(feature)).ToList();
        var mean = one.Average() - two.Average();
        var deviation = Math.Sqrt((Variance(one) + Variance(two)) / 2);
        return (deviation > 1e-9 ? mean / deviation : mean * double.PositiveInfinity, mean);
    }

    private static double Variance(List<double> values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1);
    }

    // What the word's own number says; 0 where a genre shows by its styles alone.
    private static double Wanted(Effect effect) =>
        effect.Feature switch
        {
            "brightness" => effect.BrightDb,
            "density" => effect.Density,
            "energy" => effect.Energy,
            "length" => effect.Length - 1,
            "minor" => effect.Minor,
            "register" => effect.Register,
            "reverb" => effect.ReverbDb,
            "tempo" => effect.Tempo - 1,
            "velocity" => effect.Velocity,
            _ => 0,
        };
}
