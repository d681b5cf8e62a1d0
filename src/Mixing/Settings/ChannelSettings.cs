namespace Troubadour.Mixing;

/// <summary>
/// One stem's strip, in the order of the signal: trim, filters and bands, compressor, de-esser, drive, tape, planned dip, width and pan, fader (gain,
/// curve, side-chain, ducking), sends. A level of null is off.
/// </summary>
public sealed record ChannelSettings
{
    /// <summary>The stem's id.</summary>
    public required string Id { get; init; }

    /// <summary>Gain in front of everything, on the instrument's own sends too: what brings it to the level that the dynamics are set for.</summary>
    public double TrimDb { get; init; }

    /// <summary>The fader.</summary>
    public double GainDb { get; init; }

    /// <summary>-1 left to 1 right; constant power, 0 dB in the middle.</summary>
    public double Pan { get; init; }

    /// <summary>0 mono, 1 as it is, 2 wide.</summary>
    public double Width { get; init; } = 1;

    /// <summary>High-pass, 12 dB an octave; 0 is off.</summary>
    public double HighPassHz { get; init; }

    /// <summary>Low-pass, 12 dB an octave.</summary>
    public double? LowPassHz { get; init; }

    /// <summary>The equaliser.</summary>
    public IReadOnlyList<EqBand> Bands { get; init; } = [];

    /// <summary>Split-band de-esser, for voices.</summary>
    public DeEsserSettings? DeEsser { get; init; }

    /// <summary>The compressor.</summary>
    public CompressorSettings? Compressor { get; init; }

    /// <summary>Gain in dB into a soft saturation that keeps sounds of -12 dBFS at their level; 0 is off.</summary>
    public double DriveDb { get; init; }

    /// <summary>How much of a worn tape's unsteady speed the stem has, 0 none to 1. All stems of one mix waver together.</summary>
    public double Tape { get; init; }

    /// <summary>Level to the reverb, after the fader.</summary>
    public double? ReverbSendDb { get; init; }

    /// <summary>Which reverb the send goes to.</summary>
    public ReverbKind Reverb { get; init; } = ReverbKind.Plate;

    /// <summary>Level to the delay, after the fader.</summary>
    public double? DelaySendDb { get; init; }

    /// <summary>Added to the delay's level over time: throws at the ends of lines.</summary>
    public IReadOnlyList<GainPoint> DelaySendCurve { get; init; } = [];

    /// <summary>Level to the chorus, after the fader.</summary>
    public double? ChorusSendDb { get; init; }

    /// <summary>Level at which the instrument's own reverb and chorus sends are taken; null leaves them out.</summary>
    public double? OwnSendsDb { get; init; } = 0;

    /// <summary>Ducks this stem under another one: the bass under the kick.</summary>
    public DuckSettings? Sidechain { get; init; }

    /// <summary>Ducks this stem in planned stretches: pads under the lead voice.</summary>
    public DuckPlan? Duck { get; init; }

    /// <summary>Dips this stem around 2 kHz in planned stretches: what makes words hard to hear.</summary>
    public DuckPlan? PresenceDuck { get; init; }

    /// <summary>Moves of the level of what both sides do not share, as <see cref="GainCurve"/>: wider choruses.</summary>
    public IReadOnlyList<GainPoint> WidthCurve { get; init; } = [];

    /// <summary>Moves of the fader, by rising seconds; before the first and after the last point it rests.</summary>
    public IReadOnlyList<GainPoint> GainCurve { get; init; } = [];
}
