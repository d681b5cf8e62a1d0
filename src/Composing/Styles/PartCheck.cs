using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Checks one instrument of a style.</summary>
internal static class PartCheck
{
    // E3: thirds below it are mud.
    private const int LowestThird = 52;

    public static void Check(StyleSheet style, PartSheet part, int steps)
    {
        CheckRanges(style, part);
        // A bass among the parts doubles the style's bass.
        var doubles = part.Role == PartRole.Bass && style.Bass is { } bass && !ReferenceEquals(part, bass);
        var letters = doubles ? "" : Letters(part.Role);
        if (letters.Length > 0 && part.Low.IsEmpty && part.Mid.IsEmpty && part.High.IsEmpty)
        {
            throw StyleCheck.Wrong(style, $"'{part.Id}' has no pattern");
        }

        if (letters.Length == 0 && !(part.Low.IsEmpty && part.Mid.IsEmpty && part.High.IsEmpty))
        {
            throw StyleCheck.Wrong(
                style,
                $"'{part.Id}' is a {(doubles ? "second bass" : part.Role)} and has no patterns"
            );
        }

        foreach (var row in part.Low.Concat(part.Mid).Concat(part.High))
        {
            StyleCheck.Row(style, row, steps, letters);
        }
    }

    /// <summary>Refuses anything but a least and a greatest energy.</summary>
    public static void Energy(StyleSheet style, string id, ImmutableArray<double> energy)
    {
        if (energy.Length != 2 || energy[0] < 0 || energy[1] > 1 || energy[0] > energy[1])
        {
            throw StyleCheck.Wrong(style, $"the energy of '{id}' needs a least and a greatest value between 0 and 1");
        }
    }

    private static string Letters(PartRole role) =>
        role switch
        {
            PartRole.Bass => "R35678ag-.",
            PartRole.Chords => "Xxoumg-.",
            PartRole.Arpeggio => "123456789-.",
            _ => "",
        };

    private static void CheckRanges(StyleSheet style, PartSheet part)
    {
        if (part.Register.Length != 2 || part.Register[1] - part.Register[0] < 11)
        {
            throw StyleCheck.Wrong(style, $"'{part.Id}' needs a register of at least an octave");
        }

        StyleCheck.Within(style, $"the register of '{part.Id}'", part.Register[0], 21, 108);
        StyleCheck.Within(style, $"the register of '{part.Id}'", part.Register[1], 21, 108);
        StyleCheck.Within(style, $"the program of '{part.Id}'", part.Program, 0, 127);
        StyleCheck.Within(style, $"the velocity of '{part.Id}'", part.Velocity, 1, 127);
        StyleCheck.Within(style, $"the voices of '{part.Id}'", part.Voices, 1, 6);
        StyleCheck.Within(style, $"the pan of '{part.Id}'", part.Mix.Pan, -1, 1);
        StyleCheck.Within(style, $"the drive of '{part.Id}'", part.Mix.Drive, 0, 1);
        StyleCheck.Within(style, $"the glide of '{part.Id}'", part.GlideMs, 0, 400);
        PatchCheck.Name(style, $"'{part.Id}'", part.Patch);
        Energy(style, part.Id, part.Energy);

        if (part.Role is PartRole.Chords or PartRole.Pad && part.Voices > 2 && part.Register[0] < LowestThird)
        {
            throw StyleCheck.Wrong(
                style,
                $"'{part.Id}' has {part.Voices} voices and may not go below key {LowestThird}"
            );
        }

        HarmonyCheck.Kinds(style, part.Sections);
    }
}
