namespace Troubadour.Music;

/// <summary>What the style wants of the whole mix.</summary>
/// <param name="Reverb">room, plate or hall.</param>
/// <param name="ReverbSeconds">Time to fall by 60 dB.</param>
/// <param name="DelayBeats">Length of the tempo delay in quarters (.5 an eighth, .75 a dotted eighth).</param>
/// <param name="TiltDb">Master tilt: decibels lifted at 8 kHz and taken at 120 Hz.</param>
/// <param name="VocalGainDb">Decibels of the lead voice above or below usual.</param>
/// <param name="VocalReverbDb">The lead voice's reverb send.</param>
/// <param name="VocalDelayDb">The lead voice's delay send.</param>
/// <param name="Glue">Bus compression, 0 none to 1 strong.</param>
public sealed record MixPlan(
    string Reverb = "plate",
    double ReverbSeconds = 1.6,
    double DelayBeats = 0.75,
    double TiltDb = 0,
    double VocalGainDb = 0,
    double VocalReverbDb = -15,
    double VocalDelayDb = -20,
    double Glue = 0.5
);
