using System.Collections.Immutable;
using Troubadour.Mixing;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>
/// The hand on a voice's fader. Each phrase has the level of the section in which most of it lies, so that a pick-up already sounds as what it leads to; a
/// lead phrase is brought nearer to one loudness as well, heard behind the voice's strip. The hand listens to the phrase itself and nothing else,
/// so that a take sounds the same whatever the band plays and whatever is sung before and after it.
/// </summary>
/// <param name="choir">Who sings.</param>
/// <param name="levels">The sections' levels, of which voices take half.</param>
internal sealed class VoiceRide(Choir choir, ImmutableArray<SectionLevel> levels)
{
    // What phrases have behind the strip; a constant, so that no phrase depends on another.
    private const double UsualLufs = -17;
    private const double Share = 0.7;
    private const double MostDb = 2;
    private const double RampSeconds = 0.03;

    /// <summary>The fader's moves over a layer's phrases.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="strip">The strip that lead phrases are heard behind; null leaves loudness as it is sung.</param>
    public IReadOnlyList<GainPoint> Curve(VoiceLayer layer, ChannelSettings? strip = null)
    {
        var points = new List<GainPoint>();
        foreach (var (phrase, take) in Phrases(layer))
        {
            var ride = strip is null ? 0 : GainDb(StripLoudness.Of(strip, take.Samples()));
            var start = Math.Max(0, take.Start);
            if (points.Count > 0)
            {
                start = Math.Max(start, points[^1].Second);
                points.Add(points[^1] with { Second = Math.Max(points[^1].Second, start - RampSeconds) });
            }

            points.Add(new GainPoint(start, ride + LevelDb(phrase)));
        }

        return points;
    }

    /// <summary>What the fader does for a phrase of some loudness.</summary>
    public static double GainDb(double lufs) =>
        double.IsFinite(lufs) ? Math.Clamp(Share * (UsualLufs - lufs), -MostDb, MostDb) : 0;

    private IEnumerable<(VocalPhrase Phrase, KeptTake Take)> Phrases(VoiceLayer layer) =>
        choir.Vocals.Zip(choir.Takes).Where(pair => pair.First.Layer == layer).OrderBy(pair => pair.Second.Start);

    private double LevelDb(VocalPhrase phrase)
    {
        var middle = (phrase.Notes[0].Tick + phrase.Notes[^1].Tick + phrase.Notes[^1].Length) / 2;
        foreach (var level in levels)
        {
            if (middle >= level.Tick && middle < level.Tick + level.Length)
            {
                return level.GainDb / 2;
            }
        }

        return levels.IsEmpty ? 0 : levels[^1].GainDb / 2;
    }
}
