using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Checks a style file and says in a sentence what is wrong with it.</summary>
internal static class StyleCheck
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
        if (!Meter.TryParse(style.Meter, out var meter))
        {
            throw Wrong(style, $"the meter '{style.Meter}' is none");
        }

        if (style.Tempo.Length != 2 || style.Tempo[0] < 40 || style.Tempo[1] > 240 || style.Tempo[0] > style.Tempo[1])
        {
            throw Wrong(style, "tempo needs a slowest and a fastest value between 40 and 240");
        }

        var steps = meter.TicksPerBar / Ticks.PerSixteenth;
        CheckModes(style);
        CheckProgressions(style);
        CheckDrums(style, style.Drums, steps);
        foreach (var part in style.Bass is null ? style.Parts : style.Parts.Add(style.Bass))
        {
            CheckPart(style, part, steps);
        }

        if (style.Form.Endings.Any(ending => ending is not ("ring" or "hit" or "ritard")))
        {
            throw Wrong(style, "endings are ring, hit or ritard");
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

    private static void CheckModes(StyleSheet style)
    {
        foreach (var (mode, _) in style.Modes)
        {
            var family =
                MajorModes.Contains(mode) ? "major"
                : MinorModes.Contains(mode) ? "minor"
                : null;
            if (family is null)
            {
                throw Wrong(style, $"the mode '{mode}' is unknown");
            }

            if (!style.Progressions.TryGetValue(family, out var byKind) || !byKind.ContainsKey("verse"))
            {
                throw Wrong(style, $"the mode '{mode}' needs {family} progressions with at least a verse");
            }
        }
    }

    private static void CheckProgressions(StyleSheet style)
    {
        foreach (var (family, byKind) in style.Progressions)
        {
            if (!ProgressionFamilies.Contains(family))
            {
                throw Wrong(style, $"progressions are major, minor, dorian or mixolydian, not '{family}'");
            }

            foreach (var (kind, texts) in byKind)
            {
                if (!SectionKinds.Contains(kind))
                {
                    throw Wrong(style, $"there is no section kind '{kind}'");
                }

                foreach (var text in texts)
                {
                    CheckProgression(style, text);
                }
            }
        }
    }

    private static void CheckProgression(StyleSheet style, string text)
    {
        if (text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length is not (1 or 2 or 4 or 8))
        {
            throw Wrong(style, $"progression '{text}' has neither 2, 4 nor 8 bars");
        }

        foreach (var numeral in text.Split([' ', ',', '|'], StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                ChordSymbols.FromNumeral(numeral, 0);
            }
            catch (FormatException e)
            {
                throw Wrong(style, $"progression '{text}': {e.Message}");
            }
        }
    }

    private static void CheckDrums(StyleSheet style, DrumSheet drums, int steps)
    {
        foreach (var groove in drums.Low.Concat(drums.Mid).Concat(drums.High).Concat(drums.Fills))
        {
            foreach (var (drum, row) in groove)
            {
                if (!DrumKeys.ByName.ContainsKey(drum))
                {
                    throw Wrong(style, $"there is no drum '{drum}'");
                }

                CheckRow(style, row, steps, "Xxort.");
            }
        }
    }

    private static void CheckPart(StyleSheet style, PartSheet part, int steps)
    {
        if (part.Register.Length != 2 || part.Register[1] - part.Register[0] < 11)
        {
            throw Wrong(style, $"'{part.Id}' needs a register of at least an octave");
        }

        var letters = part.Role switch
        {
            PartRole.Bass => "R35678a-.",
            PartRole.Chords => "Xxou-.",
            PartRole.Arpeggio => "123456789-.",
            _ => "",
        };
        foreach (var row in part.Low.Concat(part.Mid).Concat(part.High))
        {
            CheckRow(style, row, steps, letters);
        }

        if (letters.Length > 0 && part.Low.IsEmpty && part.Mid.IsEmpty && part.High.IsEmpty)
        {
            throw Wrong(style, $"'{part.Id}' has no pattern");
        }
    }

    private static void CheckRow(StyleSheet style, string row, int steps, string letters)
    {
        foreach (var bar in row.Split('|'))
        {
            if (bar.Length != steps)
            {
                throw Wrong(style, $"the row '{row}' has a bar of {bar.Length} sixteenths instead of {steps}");
            }

            var odd = bar.FirstOrDefault(c => !letters.Contains(c, StringComparison.Ordinal));
            if (odd != default)
            {
                throw Wrong(style, $"the row '{row}' has a letter '{odd}'; allowed are {letters}");
            }
        }
    }

    private static StyleException Wrong(StyleSheet style, string what) => new($"Style '{style.Id}': {what}.");
}
