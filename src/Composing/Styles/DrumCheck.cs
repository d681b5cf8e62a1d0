using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Checks grooves and fills.</summary>
internal static class DrumCheck
{
    private const string Letters = "Xxort.";
    private const int OrchestraKit = 48;
    private static readonly int[] Kits = [0, 8, 16, 24, 25, 32, 40, OrchestraKit];
    private static readonly string[] Toms = ["tom1", "tom2", "tom3", "floor"];

    public static void Check(StyleSheet style, int steps)
    {
        var drums = style.Drums;
        if (!Kits.Contains(drums.Kit))
        {
            throw StyleCheck.Wrong(style, $"the kit {drums.Kit} is none of {string.Join(", ", Kits)}");
        }

        PatchCheck.Name(style, "the drums", drums.KitPatch);
        StyleCheck.Within(style, "fromEnergy", drums.FromEnergy, 0, 1);
        StyleCheck.Within(style, "looseness", drums.Looseness, 0, 1);
        foreach (var groove in drums.Low.Concat(drums.Mid).Concat(drums.High))
        {
            CheckGroove(style, groove, steps);
        }

        foreach (var fill in drums.Fills)
        {
            CheckGroove(style, fill, steps);
            if (fill.Values.Any(row => row.Contains('|', StringComparison.Ordinal)))
            {
                throw StyleCheck.Wrong(style, "a fill is one bar");
            }
        }
    }

    public static void Check(string family, FillSheet fills)
    {
        foreach (var (drum, row) in fills.Low.Concat(fills.High).SelectMany(fill => fill))
        {
            if (!DrumKeys.ByName.ContainsKey(drum))
            {
                throw new StyleException($"Fills '{family}': there is no drum '{drum}'.");
            }

            if (row.Length != 16 || row.Any(letter => !"Xxort.".Contains(letter, StringComparison.Ordinal)))
            {
                throw new StyleException($"Fills '{family}': the row '{row}' is not 16 letters of Xxort.");
            }
        }
    }

    private static void CheckGroove(StyleSheet style, ImmutableDictionary<string, string> groove, int steps)
    {
        foreach (var (drum, row) in groove)
        {
            if (!DrumKeys.ByName.ContainsKey(drum))
            {
                throw StyleCheck.Wrong(style, $"there is no drum '{drum}'");
            }

            if (style.Drums.Kit == OrchestraKit && Toms.Contains(drum))
            {
                throw StyleCheck.Wrong(
                    style,
                    $"the orchestra kit has timpani for '{drum}': use kick, snare or cymbals"
                );
            }

            StyleCheck.Row(style, row, steps, Letters);
        }

        var bars = groove.Values.Select(row => row.Split('|').Length).Where(count => count > 1).Distinct().ToList();
        if (bars.Count > 1)
        {
            throw StyleCheck.Wrong(style, $"a groove has rows of {bars[0]} and of {bars[1]} bars");
        }

        CheckHats(style, groove, steps, bars.FirstOrDefault(1));
    }

    private static void CheckHats(StyleSheet style, ImmutableDictionary<string, string> groove, int steps, int bars)
    {
        if (!groove.TryGetValue("hat", out var closed) || !groove.TryGetValue("openhat", out var open))
        {
            return;
        }

        for (var i = 0; i < steps * bars; i++)
        {
            if (At(closed, i, steps) != '.' && At(open, i, steps) != '.')
            {
                throw StyleCheck.Wrong(style, $"hat '{closed}' and openhat '{open}' meet on sixteenth {i % steps + 1}");
            }
        }
    }

    private static char At(string row, int step, int steps)
    {
        var bars = row.Split('|');
        return bars[step / steps % bars.Length][step % steps];
    }
}
