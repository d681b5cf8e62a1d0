using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Portraits;

/// <summary>
/// Finds the voice of ours that is nearest to a portrait, among all 18 parameter sets and several persons of each, by a Mahalanobis distance
/// over the spread between clips of one voice. Holds no state: one instance serves many threads.
/// </summary>
public sealed class VoiceMatcher
{
    private const int Runners = 3;

    private readonly PortraitTable _table;

    /// <summary>Makes a matcher of the measured table.</summary>
    public VoiceMatcher()
        : this(PortraitData.Voices()) { }

    internal VoiceMatcher(PortraitTable table) => _table = table;

    /// <summary>The nearest voice of ours.</summary>
    /// <param name="portrait">A portrait that <see cref="VoiceListener"/> made.</param>
    /// <exception cref="ArgumentException">The portrait's envelope has another length.</exception>
    public VoiceMatch Match(VoicePortrait portrait)
    {
        ArgumentNullException.ThrowIfNull(portrait);
        if (portrait.Envelope.IsDefault || portrait.Envelope.Length != EnvelopeGrid.Bands)
        {
            throw new ArgumentException("The portrait's envelope has another length.", nameof(portrait));
        }

        var features = PortraitFeatures.Of(portrait);
        var nearest = _table
            .Rows.Select(row => (row.Voice, Distance: Distance(features, row, portrait.VibratoDepth.Confidence)))
            .GroupBy(found => (found.Voice.Gender, found.Voice.Timbre))
            .Select(group => group.MinBy(found => found.Distance))
            .OrderBy(found => found.Distance)
            .ToList();
        var (voice, distance) = nearest[0];
        var lead = nearest[1].Distance - distance;
        var confidence =
            DeterministicMath.Exp(-Math.Max(0, distance - 1.5) / 3) * (1 - 0.5 * DeterministicMath.Exp(-2 * lead));
        return new VoiceMatch(
            voice,
            distance,
            confidence,
            [.. nearest.Skip(1).Take(Runners).Select(found => found.Voice)]
        );
    }

    // What was not measured, the vibrato of a clip without held notes, agrees with every voice.
    private double Distance(double[] features, PortraitRow row, double vibratoConfidence)
    {
        Span<double> difference = stackalloc double[PortraitFeatures.Count];
        for (var i = 0; i < difference.Length; i++)
        {
            difference[i] = features[i] - row.Features[i];
        }

        difference[PortraitFeatures.VibratoDepth] *= vibratoConfidence;
        var sum = 0.0;
        foreach (var line in _table.Whitening)
        {
            var part = 0.0;
            for (var k = 0; k < line.Length; k++)
            {
                part += line[k] * difference[k];
            }

            sum += part * part;
        }

        return Math.Sqrt(sum / difference.Length);
    }
}
