using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Checks a style's modes, progressions and names of sections.</summary>
internal static class HarmonyCheck
{
    private static readonly string[] MajorModes = ["major", "mixolydian", "majorPentatonic"];
    private static readonly string[] MinorModes = ["minor", "dorian", "minorPentatonic"];
    private static readonly string[] ProgressionFamilies = ["major", "minor", "dorian", "mixolydian"];
    private static readonly string[] SectionKinds =
    [
        "intro",
        "verse",
        "pre-chorus",
        "chorus",
        "bridge",
        "inst",
        "outro",
    ];

    public static void Check(StyleSheet style)
    {
        CheckModes(style);
        CheckProgressions(style);
    }

    public static void Kinds(StyleSheet style, IEnumerable<string> kinds)
    {
        if (kinds.FirstOrDefault(kind => !SectionKinds.Contains(kind)) is { } odd)
        {
            throw StyleCheck.Wrong(style, $"there is no section kind '{odd}'");
        }
    }

    private static void CheckModes(StyleSheet style)
    {
        foreach (var (mode, weight) in style.Modes)
        {
            StyleCheck.Within(style, $"the weight of '{mode}'", weight, 0, 1);
            var family =
                MajorModes.Contains(mode) ? "major"
                : MinorModes.Contains(mode) ? "minor"
                : null;
            if (family is null)
            {
                throw StyleCheck.Wrong(style, $"the mode '{mode}' is unknown");
            }

            if (!style.Progressions.TryGetValue(family, out var byKind) || !byKind.ContainsKey("verse"))
            {
                throw StyleCheck.Wrong(style, $"the mode '{mode}' needs {family} progressions with at least a verse");
            }
        }
    }

    private static void CheckProgressions(StyleSheet style)
    {
        foreach (var (family, byKind) in style.Progressions)
        {
            if (!ProgressionFamilies.Contains(family))
            {
                throw StyleCheck.Wrong(style, $"progressions are major, minor, dorian or mixolydian, not '{family}'");
            }

            Kinds(style, byKind.Keys);
            foreach (var text in byKind.Values.SelectMany(texts => texts))
            {
                CheckProgression(style, text);
            }
        }
    }

    private static void CheckProgression(StyleSheet style, string text)
    {
        if (text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length is not (1 or 2 or 4 or 8))
        {
            throw StyleCheck.Wrong(style, $"progression '{text}' has neither 2, 4 nor 8 bars");
        }

        foreach (var numeral in text.Split([' ', ',', '|'], StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                ChordSymbols.FromNumeral(numeral, 0);
            }
            catch (FormatException e)
            {
                throw StyleCheck.Wrong(style, $"progression '{text}': {e.Message}");
            }
        }
    }
}
