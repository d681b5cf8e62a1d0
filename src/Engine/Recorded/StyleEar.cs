using Troubadour.Analysis;
using Troubadour.Audio;
using Troubadour.Composing;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>
/// Names the style that is nearest to a recording by metre, tempo and colour: a first guess at what new parts beside it should be like. An order
/// that names a style is not bound by it.
/// </summary>
internal static class StyleEar
{
    private const string Usual = "pop";
    private const double UsualBonus = 0.4;
    private const double OtherMetre = 3;
    private const double PerOctave = 4;
    private const double PerSlope = 0.25;
    private const double LowHz = 100;
    private const double HighHz = 5000;

    /// <summary>The id of a style of the library.</summary>
    /// <param name="heard">What was heard.</param>
    /// <param name="isSung">Whether somebody sings.</param>
    /// <param name="library">The styles.</param>
    public static string Of(AnalysisDocument heard, bool isSung, StyleLibrary library)
    {
        var sung = library.VocalGenres.Values.SelectMany(styles => styles.Keys).ToHashSet(StringComparer.Ordinal);
        var slope = Slope(heard);
        return library
            .Styles.Values.Where(style => !isSung || sung.Contains(style.Id))
            .MinBy(style => Distance(style, heard, slope))!
            .Id;
    }

    private static double Distance(StyleSheet style, AnalysisDocument heard, double? slope)
    {
        var metre = new Meter(heard.Metre.Beats, heard.Metre.Unit).ToString();
        var tempo = heard.Tempo.Bpm <= 0 ? 0 : Octaves(heard.Tempo.Bpm, style.Tempo[0], style.Tempo[^1]);
        var colour = slope is { } own ? Math.Abs(own - (style.Mix.Target ?? new MixTone()).Slope) : 0;
        return (style.Meter == metre ? 0 : OtherMetre)
            + PerOctave * tempo
            + PerSlope * colour
            - (style.Id == Usual ? UsualBonus : 0);
    }

    private static double Octaves(double bpm, double slowest, double fastest) =>
        DeterministicMath.Log10(
            bpm < slowest ? slowest / bpm
            : bpm > fastest ? bpm / fastest
            : 1
        ) / DeterministicMath.Log10(2);

    // Decibels an octave as power a hertz, a straight line through the middle octaves.
    private static double? Slope(AnalysisDocument heard)
    {
        var points = heard
            .Spectrum.Where(band => band.LevelDb is not null && band.Hz is > LowHz and < HighHz)
            .Select((band, i) => (X: (double)i, Y: band.LevelDb!.Value - 10 * DeterministicMath.Log10(band.Hz)))
            .ToList();
        if (points.Count < 3)
        {
            return null;
        }

        var (x, y) = (points.Average(p => p.X), points.Average(p => p.Y));
        return points.Sum(p => (p.X - x) * (p.Y - y)) / points.Sum(p => (p.X - x) * (p.X - x));
    }
}
