using System.Globalization;
using System.Text;

namespace Troubadour.Alignment;

/// <summary>Writes a passage's words as a finite state grammar of CMU Sphinx. Silences and noises are added by the recogniser.</summary>
internal static class WordGrammar
{
    // What a line costs that is not sung, and a phone that is sung beside the lyrics.
    private const string Missing = "1e-10";
    private const string Beside = "1e-3";

    /// <summary>The phones of what is sung beside the lyrics, one of each kind of sound; their words are g0, g1 and so on.</summary>
    public static IReadOnlyList<string> Fillers { get; } =
    ["AA", "IY", "UW", "ER", "EH", "OW", "AY", "N", "S", "L", "D", "K"];

    /// <summary>The grammar; word i of the sheet is called w and i.</summary>
    public static string Write(Passage passage, LyricSheet sheet)
    {
        var arcs = new StringBuilder();
        var state = 0;
        foreach (var line in passage.Lines)
        {
            if (!passage.IsStrict)
            {
                AddFillers(arcs, state);
            }

            var first = state;
            for (var i = line.First; i < line.End; i++)
            {
                if (sheet.Words[i].Sung is not { } sung)
                {
                    continue;
                }

                Add(arcs, state, state + 1, "1.0", Name(i));
                if (sung.IsBacking)
                {
                    Add(arcs, state, state + 1, Missing, "");
                }

                state++;
            }

            if (!passage.IsStrict && state > first)
            {
                Add(arcs, first, state, Missing, "");
            }
        }

        if (!passage.IsStrict)
        {
            AddFillers(arcs, state);
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"FSG_BEGIN lyrics\nNUM_STATES {state + 1}\nSTART_STATE 0\nFINAL_STATE {state}\n{arcs}FSG_END\n"
        );
    }

    /// <summary>What a word of the sheet is called.</summary>
    public static string Name(int word) => "w" + word.ToString(CultureInfo.InvariantCulture);

    /// <summary>Which word of the sheet a name stands for, with or without the number of its pronunciation; -1 for a filler; null for
    /// silence and noise.</summary>
    public static int? Find(string name)
    {
        if (name.Length < 2 || name[0] is not ('w' or 'g') || !char.IsAsciiDigit(name[1]))
        {
            return null;
        }

        var end = name.IndexOf('(', StringComparison.Ordinal);
        var digits = name.AsSpan(1, (end < 0 ? name.Length : end) - 1);
        return !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var word) ? null
            : name[0] == 'g' ? -1
            : word;
    }

    private static void AddFillers(StringBuilder arcs, int state)
    {
        for (var i = 0; i < Fillers.Count; i++)
        {
            Add(arcs, state, state, Beside, "g" + i.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void Add(StringBuilder arcs, int from, int to, string probability, string word) =>
        arcs.Append(CultureInfo.InvariantCulture, $"TRANSITION {from} {to} {probability} {word}\n");
}
