using System.Globalization;

namespace Troubadour.Music;

/// <summary>A time signature such as 4/4 or 6/8.</summary>
/// <param name="Beats">The upper number, 1 to 32.</param>
/// <param name="Unit">The lower number: 2, 4, 8 or 16.</param>
public readonly record struct Meter(int Beats, int Unit)
{
    /// <summary>Common time, 4/4.</summary>
    public static Meter Common { get; } = new(4, 4);

    /// <summary>Ticks in one written beat (the lower number's note value).</summary>
    public int TicksPerUnit => Ticks.PerQuarter * 4 / Unit;

    /// <summary>Ticks in one bar.</summary>
    public int TicksPerBar => TicksPerUnit * Beats;

    /// <summary>True for 6/8, 9/8 and 12/8, whose pulse is the dotted quarter.</summary>
    public bool IsCompound => Unit == 8 && Beats > 3 && Beats % 3 == 0;

    /// <summary>Ticks between two felt pulses: a quarter in 4/4 and 3/4, a dotted quarter in 6/8 and 12/8.</summary>
    public int TicksPerPulse => IsCompound ? TicksPerUnit * 3 : TicksPerUnit;

    /// <summary>Reads "4/4"; returns false for anything that is not two numbers in range.</summary>
    public static bool TryParse(string? text, out Meter meter)
    {
        meter = Common;
        var parts = (text ?? "").Split('/');
        if (
            parts.Length != 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var beats)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var unit)
            || beats is < 1 or > 32
            || unit is not (2 or 4 or 8 or 16)
        )
        {
            return false;
        }

        meter = new Meter(beats, unit);
        return true;
    }

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Beats}/{Unit}");
}
