using Troubadour.Mixing;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>
/// What a polish changes in a mix. Detail 3 changes nothing. Each step above it adds bus compression, cuts the crowded low middle, lifts
/// presence and air, opens the sides and brings the rooms forward, and gives the rooms a longer decay; each step below takes the same
/// away, down to a dry, narrow, plain mix at 1. Bright adds a touch of air and width at any detail. Clarity lifts the presence range (2 to 5
/// kHz), takes the rooms back and the voices forward; less of it does the reverse.
/// </summary>
internal static class Polishing
{
    private const double AheadDb = 2;
    private const double PresenceDb = 2.5;
    private const double RoomsDb = -3.5;

    /// <summary>The polished settings.</summary>
    public static MixSettings Apply(MixSettings settings, MixPolish polish)
    {
        var steps = Math.Clamp(polish.Detail, 1, 5) - 3;
        var bright = polish.IsBright ? 1 : 0;
        return Cleared(steps == 0 && bright == 0 ? settings : Detailed(settings, steps, bright), Clearness(polish));
    }

    /// <summary>How far the voices' faders come forward, in decibels.</summary>
    public static double VoicesDb(MixPolish polish) => AheadDb * Clearness(polish);

    private static double Clearness(MixPolish polish) => 2 * Math.Clamp(polish.Clarity ?? 0.5, 0, 1) - 1;

    private static MixSettings Cleared(MixSettings settings, double clearness) =>
        clearness == 0
            ? settings
            : settings with
            {
                ReturnsDb = settings.ReturnsDb + RoomsDb * clearness,
                Bus = settings.Bus with
                {
                    Bands = [.. settings.Bus.Bands, new EqBand(EqKind.Peak, 3200, PresenceDb * clearness, 0.7)],
                },
            };

    private static MixSettings Detailed(MixSettings settings, int steps, int bright) =>
        settings with
        {
            ReturnsDb = settings.ReturnsDb + 0.8 * steps,
            Reverbs = settings.Reverbs.ToDictionary(
                pair => pair.Key,
                pair => pair.Value with { DecaySeconds = pair.Value.DecaySeconds * (1 + 0.06 * steps) }
            ),
            Bus = settings.Bus with
            {
                Glue = Glue(settings.Bus.Glue, steps),
                Width = settings.Bus.Width + 0.06 * steps + 0.08 * bright,
                Bands =
                [
                    .. settings.Bus.Bands,
                    new EqBand(EqKind.Peak, 260, -0.4 * steps, 0.9),
                    new EqBand(EqKind.Peak, 3600, 0.35 * steps, 0.8),
                    new EqBand(EqKind.HighShelf, 11000, 0.6 * steps + 0.9 * bright),
                ],
            },
        };

    private static CompressorSettings? Glue(CompressorSettings? glue, int steps) =>
        glue is null ? null : glue with { Ratio = Math.Max(1, glue.Ratio + 0.15 * steps) };
}
