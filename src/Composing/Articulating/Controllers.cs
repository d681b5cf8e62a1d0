using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>The MIDI controllers that players use, and where each rests (MIDI 1.0, General MIDI 2).</summary>
internal static class Controllers
{
    public const int Vibrato = 1;
    public const int GlideTime = 5;
    public const int Expression = 11;
    public const int Pedal = 64;
    public const int Glide = 65;
    public const int Legato = 68;
    public const int Brightness = 74;
    public const int Bend = TimedControl.PitchBend;

    /// <summary>No bend.</summary>
    public const int Straight = 8192;

    /// <summary>Bend of a semitone where the range is two.</summary>
    public const int Semitone = 4096;

    /// <summary>On, for switches.</summary>
    public const int On = 127;

    /// <summary>True for what is on or off: pedals, portamento and legato.</summary>
    public static bool IsSwitch(int controller) => controller is >= Pedal and <= 69;

    /// <summary>True for what belongs to single notes and rests between them.</summary>
    public static bool IsGesture(int controller) =>
        IsSwitch(controller) || controller is Vibrato or Bend or >= 71 and <= 75;

    /// <summary>The value at rest.</summary>
    public static int Neutral(int controller) =>
        controller switch
        {
            Expression => 127,
            Bend => Straight,
            >= 71 and <= 78 => 64,
            7 => 100,
            10 => 64,
            _ => 0,
        };
}
