using Troubadour.Mixing;

namespace Troubadour.Engine;

/// <summary>
/// The hand on the lead voice's fader: each phrase is brought nearer to one loudness, heard behind the voice's strip. It listens to the phrase itself
/// and nothing else, so that a take sounds the same whatever the band plays and whatever is sung before and after it.
/// </summary>
internal static class VoiceRide
{
    // What phrases have behind the strip; a constant, so that no phrase depends on another.
    private const double UsualLufs = -17;
    private const double Share = 0.7;
    private const double MostDb = 2;
    private const double RampSeconds = 0.03;

    /// <summary>The fader's moves over the takes that have words.</summary>
    public static IReadOnlyList<GainPoint> Curve(IEnumerable<KeptTake> takes, ChannelSettings strip)
    {
        var points = new List<GainPoint>();
        foreach (var take in takes.Where(take => !take.Words.IsEmpty))
        {
            var gain = GainDb(StripLoudness.Of(strip, take.Samples()));
            var start = Math.Max(0, Math.Min(take.Start, take.Words[0].Start));
            if (points.Count > 0)
            {
                start = Math.Max(start, points[^1].Second);
                points.Add(points[^1] with { Second = Math.Max(points[^1].Second, start - RampSeconds) });
            }

            points.Add(new GainPoint(start, gain));
        }

        return points;
    }

    /// <summary>What the fader does for a phrase of some loudness.</summary>
    public static double GainDb(double lufs) =>
        double.IsFinite(lufs) ? Math.Clamp(Share * (UsualLufs - lufs), -MostDb, MostDb) : 0;
}
