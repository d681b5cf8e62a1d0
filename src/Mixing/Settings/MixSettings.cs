namespace Troubadour.Mixing;

/// <summary>A whole mix.</summary>
public sealed record MixSettings
{
    /// <summary>One strip a stem; a stem without one gets a plain strip.</summary>
    public IReadOnlyList<ChannelSettings> Channels { get; init; } = [];

    /// <summary>Stems that are compressed together; no stem is in two of them.</summary>
    public IReadOnlyList<RoleBusSettings> Buses { get; init; } = [];

    /// <summary>Rooms that differ from the usual ones of their kind.</summary>
    public IReadOnlyDictionary<ReverbKind, ReverbSettings> Reverbs { get; init; } =
        new Dictionary<ReverbKind, ReverbSettings>();

    /// <summary>The echoes.</summary>
    public DelaySettings Delay { get; init; } = new();

    /// <summary>Levels of all reverb, delay and chorus returns.</summary>
    public double ReturnsDb { get; init; }

    /// <summary>Ducks the returns of reverb and delay in planned stretches: under the lead voice.</summary>
    public DuckPlan? ReturnsDuck { get; init; }

    /// <summary>Where instruments' own reverb sends go.</summary>
    public ReverbKind OwnReverb { get; init; } = ReverbKind.Room;

    /// <summary>The bus before mastering.</summary>
    public BusSettings Bus { get; init; } = new();

    /// <summary>
    /// The spectrum that the whole is brought toward behind the bus; null leaves it as it is. Where <see cref="Tone"/> is given, it counts instead.
    /// </summary>
    public ToneTarget? Target { get; init; }

    /// <summary>
    /// Decibels of the eight bands of the tone equaliser, as an earlier mix found them (<see cref="MixReport.Tone"/>): edits of a song keep them.
    /// Held stems have those of their own settings.
    /// </summary>
    public IReadOnlyList<double>? Tone { get; init; }

    /// <summary>Integrated loudness of the master in LUFS.</summary>
    public double TargetLufs { get; init; } = -14;

    /// <summary>
    /// A master gain that takes the place of the loudness search: edits of a song keep their parent's (<see cref="MixReport.MasterGainDb"/>).
    /// </summary>
    public double? MasterGainDb { get; init; }

    /// <summary>
    /// Stems that keep their sound. The others then get the master gain that meets the loudness (or <see cref="MasterGainDb"/>) and step
    /// back where both together would pass the ceiling.
    /// </summary>
    public HeldGroup? Held { get; init; }

    /// <summary>The highest true peak of the master; where held stems pass it by themselves, what they have.</summary>
    public double CeilingDbtp { get; init; } = -2;

    /// <summary>Length of the fade at the very end.</summary>
    public double FadeOutSeconds { get; init; } = 0.05;
}
