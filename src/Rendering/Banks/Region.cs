namespace Troubadour.Rendering;

/// <summary>
/// One sample of a preset with everything said about it: a preset zone and an instrument zone merged (SoundFont 2.04, section 9.4).
/// </summary>
internal sealed class Region
{
    /// <summary>Amounts by generator number, before modulators.</summary>
    public required int[] Amounts { get; init; }

    /// <summary>Modulators whose sources are fixed when the note starts.</summary>
    public required Modulator[] FixedModulators { get; init; }

    /// <summary>Modulators that follow a controller.</summary>
    public required Modulator[] LiveModulators { get; init; }

    /// <summary>The sample it plays.</summary>
    public required SampleHeader Sample { get; init; }

    /// <summary>Lowest key.</summary>
    public required int KeyLow { get; init; }

    /// <summary>Highest key.</summary>
    public required int KeyHigh { get; init; }

    /// <summary>Lowest velocity.</summary>
    public required int VelocityLow { get; init; }

    /// <summary>Highest velocity.</summary>
    public required int VelocityHigh { get; init; }

    /// <summary>True if the region answers this note.</summary>
    public bool Answers(int key, int velocity) =>
        key >= KeyLow && key <= KeyHigh && velocity >= VelocityLow && velocity <= VelocityHigh;

    /// <summary>The amount of a generator.</summary>
    public int this[Generator generator] => Amounts[(int)generator];

    /// <summary>True if a modulator of the bank listens to this controller (0 to 127).</summary>
    public bool Uses(int controller)
    {
        foreach (var modulator in LiveModulators)
        {
            if (modulator.Reads(controller))
            {
                return true;
            }
        }

        return false;
    }
}
