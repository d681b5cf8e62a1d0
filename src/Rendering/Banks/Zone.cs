namespace Troubadour.Rendering;

/// <summary>One zone of a preset or instrument: amounts that were set, ranges, modulators and what it points to.</summary>
internal sealed class Zone
{
    /// <summary>Amounts by generator number; meaningful where <see cref="IsSet"/>.</summary>
    public short[] Amounts { get; } = new short[GeneratorTable.Count];

    /// <summary>Modulators in file order.</summary>
    public required Modulator[] Modulators { get; init; }

    /// <summary>Index of the instrument (in a preset) or sample (in an instrument); -1 in a global zone.</summary>
    public int Target { get; set; } = -1;

    private ulong _set;

    /// <summary>Sets a generator.</summary>
    public void Set(int generator, short amount)
    {
        Amounts[generator] = amount;
        _set |= 1UL << generator;
    }

    /// <summary>True if the zone names this generator.</summary>
    public bool IsSet(int generator) => (_set & (1UL << generator)) != 0;

    /// <summary>The low and high end of a range generator; 0 and 127 if not set.</summary>
    public (int Low, int High) Range(Generator generator)
    {
        if (!IsSet((int)generator))
        {
            return (0, 127);
        }

        var amount = (ushort)Amounts[(int)generator];
        return (amount & 0xFF, amount >> 8);
    }
}
