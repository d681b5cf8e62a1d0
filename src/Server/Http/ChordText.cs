using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Server.Http;

/// <summary>
/// Reads chords as callers write them: "Am F C G" for all sections, or "verse: Am F; chorus: F C G,E Am" by section. Bars are split
/// by spaces or |, chords that share a bar are joined by a comma.
/// </summary>
public static class ChordText
{
    /// <summary>Most bars of a section.</summary>
    public const int MostBars = 64;

    /// <summary>Most chords of a bar.</summary>
    public const int MostChords = 4;

    private const int LongestSymbol = 12;

    /// <summary>The bars of each section kind; "" speaks for all that are not named.</summary>
    /// <param name="text">The text.</param>
    /// <param name="field">The field's name, for the refusal.</param>
    /// <exception cref="FormatException">It is not written so; the message names the field and the place.</exception>
    public static ImmutableSortedDictionary<string, ImmutableArray<string>> Sections(string text, string field)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sections = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (
            var part in text.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        )
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            var kind = colon < 0 ? "" : SectionKinds.Read(part[..colon].Trim(), field);
            if (sections.ContainsKey(kind))
            {
                throw new FormatException(
                    kind.Length == 0 ? $"{field} has two lists without a section." : $"{field} has {kind} twice."
                );
            }

            sections[kind] = Bars(part[(colon + 1)..], colon < 0 ? field : $"{field}.{kind}");
        }

        return sections.Count > 0 ? sections.ToImmutable() : throw new FormatException($"{field} must not be empty.");
    }

    /// <summary>The bars of one section.</summary>
    /// <param name="text">The text.</param>
    /// <param name="field">The field's name, for the refusal.</param>
    /// <exception cref="FormatException">It is not written so; the message names the field and the place.</exception>
    public static ImmutableArray<string> Bars(string text, string field)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Bars(text.Split([' ', '|', '\t'], StringSplitOptions.RemoveEmptyEntries), field);
    }

    /// <summary>Checks bars that are split already.</summary>
    /// <param name="bars">A bar each.</param>
    /// <param name="field">The field's name, for the refusal.</param>
    /// <exception cref="FormatException">A bar is not written so; the message names the field and the place.</exception>
    public static ImmutableArray<string> Bars(IReadOnlyList<string> bars, string field)
    {
        ArgumentNullException.ThrowIfNull(bars);
        if (bars.Count is 0 or > MostBars)
        {
            throw new FormatException($"{field} has {bars.Count} bars; 1 to {MostBars} are allowed.");
        }

        return [.. bars.Select((bar, i) => Bar(bar, i + 1, field))];
    }

    private static string Bar(string bar, int number, string field)
    {
        var chords = bar.Split(',', StringSplitOptions.TrimEntries);
        if (chords.Length > MostChords)
        {
            throw new FormatException(
                $"{field}: bar {number} has {chords.Length} chords; at most {MostChords} are allowed."
            );
        }

        return string.Join(',', chords.Select(chord => Chord(chord, number, field)));
    }

    private static string Chord(string text, int number, string field)
    {
        var symbol = text.Replace('♯', '#').Replace('♭', 'b');
        if (symbol.Length == 0)
        {
            throw new FormatException(
                $"{field}: bar {number} has a comma without a chord; a comma joins chords of one bar (\"C,G\"), spaces split bars."
            );
        }

        return symbol.Length <= LongestSymbol && ChordSymbols.TryParse(symbol, out _)
            ? symbol
            : throw new FormatException(
                $"{field}: '{Shown(symbol)}' in bar {number} is no chord symbol; write it like C, F#m7, Bbmaj7, Gsus4 or C/E."
            );
    }

    private static string Shown(string text) => text.Length <= LongestSymbol ? text : text[..LongestSymbol] + "…";
}
