using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>What players of an instrument can do, by General MIDI program, whoever sounds it.</summary>
internal static class Instruments
{
    /// <summary>Keys with dampers: pianos and electric pianos; vibraphone and harp of the sound bank, whose patches are plucks.</summary>
    public static bool HasPedal(PartSheet part) =>
        part.Program is >= 0 and <= 5 || (part.Patch is null && part.Program is 11 or 46);

    /// <summary>Electric guitars and basses whose strings are pushed and slid on.</summary>
    public static bool Bends(int program) => program is >= 26 and <= 31;

    /// <summary>Basses with strings.</summary>
    public static bool IsStringBass(int program) => program is >= 33 and <= 35;

    /// <summary>A thumb and pulled strings.</summary>
    public static bool IsSlapBass(int program) => program is 36 or 37;

    /// <summary>Trumpets, trombones, horns and sections of them.</summary>
    public static bool IsBrass(int program) => program is >= 56 and <= 63;

    /// <summary>Synthesizers that play one note at a time.</summary>
    public static bool IsSynthLead(PartSheet part) => part.Program is >= 80 and <= 87;

    /// <summary>Bow, breath, bellows, voices and pads: a note's loudness is in the player's hand as long as it lasts.</summary>
    public static bool Swells(int program) =>
        program
            is >= 21
                and <= 23
                or >= 40
                and <= 44
                or >= 48
                and <= 54
                or >= 56
                and <= 79
                or >= 88
                and <= 95
                or 110
                or 111;

    /// <summary>How readily neighbouring notes are tied, 0 to 1, and over how many semitones.</summary>
    public static (double Chance, int Semitones) Ties(PartSheet part) =>
        part.Role switch
        {
            PartRole.Bass => part.GlideMs > 0 ? (0.8, 12) : (0, 0),
            not (PartRole.Lead or PartRole.Counter) => (0, 0),
            _ when IsSynthLead(part) => (0.7, 12),
            _ when Bends(part.Program) => (0.3, 4),
            _ => part.Program is 22 or >= 40 and <= 43 or >= 48 and <= 54 or >= 56 and <= 79 or 110 or 111
                ? (0.7, 7)
                : (0, 0),
        };

    /// <summary>Greatest vibrato on long notes of a line, as a value of controller 1; 0 for none.</summary>
    public static int Vibrato(PartSheet part) =>
        part.Program switch
        {
            >= 40 and <= 43 or 110 => 52,
            >= 26 and <= 31 => 40,
            >= 56 and <= 63 => 28,
            >= 64 and <= 79 or 22 or 111 => 36,
            >= 80 and <= 87 => 44,
            _ => 0,
        };
}
