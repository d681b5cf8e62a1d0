using Troubadour.Audio;

namespace Troubadour.Rendering;

/// <summary>One modulator record (SoundFont 2.04, section 8.2): a product of two controllers added to a generator.</summary>
internal readonly record struct Modulator(
    ushort Source,
    ushort Destination,
    short Amount,
    ushort AmountSource,
    ushort Transform
)
{
    private const int AbsoluteValue = 2;
    private const int FromController = 0x80;

    /// <summary>The same sources, destination and transform: the later one replaces, or in a preset adds to, the earlier (section 9.5).</summary>
    public bool IsSameAs(in Modulator other) =>
        Source == other.Source
        && Destination == other.Destination
        && AmountSource == other.AmountSource
        && Transform == other.Transform;

    /// <summary>
    /// False if it is to be ignored (sections 8.2.1 to 8.2.4): a source that is reserved or another modulator's output, a destination that is no generator (a
    /// linked modulator), or an unknown transform.
    /// </summary>
    public bool IsUsable =>
        Destination < GeneratorTable.Count
        && Transform is 0 or AbsoluteValue
        && IsKnown(Source)
        && IsKnown(AmountSource);

    /// <summary>True if a controller takes part, so that the value may change while the note sounds.</summary>
    public bool IsLive => IsLiveSource(Source) || IsLiveSource(AmountSource);

    /// <summary>True if a MIDI controller, 0 to 127, is one of its sources.</summary>
    public bool Reads(int controller) =>
        (Source & 0xFF) == (controller | 0x80) || (AmountSource & 0xFF) == (controller | 0x80);

    /// <summary>What is added to the destination generator, in its unit.</summary>
    public double Evaluate(ControllerState controllers, int key, int velocity)
    {
        if (Amount == 0)
        {
            return 0;
        }

        var amountSource = AmountSource == 0 ? 1 : SourceValue(AmountSource, controllers, key, velocity);
        var value = Amount * SourceValue(Source, controllers, key, velocity) * amountSource;
        return Transform == AbsoluteValue ? Math.Abs(value) : value;
    }

    private static bool IsKnown(ushort source)
    {
        var index = source & 0x7F;
        return (source & FromController) == 0
            ? index is 0 or 2 or 3 or 10 or 13 or 14 or 16
            : index is not (0 or 6 or 32 or 38 or (>= 98 and <= 101) or >= 120);
    }

    private static bool IsLiveSource(ushort source) => (source & 0x80) != 0 || (source & 0x7F) is not (0 or 2 or 3);

    private static double SourceValue(ushort source, ControllerState controllers, int key, int velocity)
    {
        var index = source & 0x7F;
        if ((source & 0x80) != 0)
        {
            return Shape(source, controllers[index], 127, 64);
        }

        return index switch
        {
            0 => 1,
            2 => Shape(source, velocity, 127, 64),
            3 => Shape(source, key, 127, 64),
            14 => Shape(source, controllers.PitchBend, 16383, 8192),
            16 => Shape(source, ControllerState.BendRange, 127, 64),
            _ => Shape(source, 0, 127, 64),
        };
    }

    private static double Shape(ushort source, int value, int top, int centre)
    {
        var falling = (source & 0x100) != 0;
        var bipolar = (source & 0x200) != 0;
        var curve = source >> 10;
        if (!bipolar)
        {
            var x = (double)value / top;
            return Curve(curve, falling ? 1 - x : x);
        }

        // Centred exactly on the middle value, and reaching both ends exactly.
        var b = value <= centre ? (double)(value - centre) / centre : (double)(value - centre) / (top - centre);
        b = falling ? -b : b;
        return curve == 3 ? (b >= 0 ? 1 : -1)
            : b < 0 ? -Curve(curve, -b)
            : Curve(curve, b);
    }

    private static double Curve(int curve, double x) =>
        curve switch
        {
            1 => Concave(x),
            2 => 1 - Concave(1 - x),
            3 => x >= 0.5 ? 1 : 0,
            _ => x,
        };

    /// <summary>40 dB per decade of the remaining way, scaled so that 96 dB is 1 (section 9.5.3 as it is commonly read).</summary>
    private static double Concave(double x) => x >= 1 ? 1 : Math.Min(1, -40.0 / 96.0 * DeterministicMath.Log10(1 - x));
}
