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
)
{
    /// <summary>The spectrum its masters are brought toward; null leaves them as they come.</summary>
    public MixTone? Target { get; init; } = new();

    /// <summary>How firmly the drums are held together, 0 not to 1 hard.</summary>
    public double DrumBus { get; init; } = 0.5;

    /// <summary>How firmly the bass is held, 0 not to 1 hard.</summary>
    public double BassBus { get; init; } = 0.4;

    /// <summary>How firmly chords, pads, arpeggios, leads and counter lines are held together, 0 not to 1 hard.</summary>
    public double MusicBus { get; init; } = 0.4;

    /// <summary>How firmly all that is sung is held together, 0 not to 1 hard.</summary>
    public double VoiceBus { get; init; } = 0.4;

    /// <summary>Decibels by which the band gives way between 1 and 4 kHz under the words, 0 to 6.</summary>
    public double PresenceDuckDb { get; init; } = 2;

    /// <summary>How much wider full sections are than bare ones, 0 not to 1.</summary>
    public double WidthMove { get; init; } = 0.5;

    /// <summary>How much of a worn tape is in the band, 0 none to 1: unsteady speed, soft peaks, dull top.</summary>
    public double Tape { get; init; }
}
