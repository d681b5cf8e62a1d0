using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// Finds keys in words: "F# minor", "e flat major", "Bbm", "in G", "key of D". A letter that may be a word ("A", "Am") needs
/// company; "a minor key" is no key but a mode.
/// </summary>
internal static class KeyWords
{
    private static readonly string[] NotAfter =
    [
        "key",
        "mode",
        "scale",
        "mood",
        "feel",
        "feeling",
        "chord",
        "chords",
        "progression",
        "tonality",
        "lift",
        "third",
    ];

    /// <summary>The key whose name starts at a place, with its length in tokens; null when there is none.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="i">The place.</param>
    public static (Key Key, bool IsBare, int Length)? Find(ImmutableArray<Token> tokens, int i)
    {
        var raw = tokens[i].Raw;
        if (raw.Length is 0 or > 7 || char.ToUpperInvariant(raw[0]) is < 'A' or > 'G')
        {
            return null;
        }

        var (name, at) = Note(tokens, i);
        if (name.Length <= 2 && IsNote(name))
        {
            return IsMode(Text(tokens, at)) ? WithMode(tokens, i, name, at) : Bare(tokens, i, name, at);
        }

        return at == i + 1 && char.IsUpper(raw[0]) ? Compact(tokens, i, raw) : null;
    }

    // "e flat" and "F sharp" become "eb" and "F#".
    private static (string Name, int At) Note(ImmutableArray<Token> tokens, int i) =>
        tokens[i].Raw.Length > 1 ? (tokens[i].Raw, i + 1)
        : Text(tokens, i + 1) == "sharp" ? (tokens[i].Raw + "#", i + 2)
        : Text(tokens, i + 1) == "flat" ? (tokens[i].Raw + "b", i + 2)
        : (tokens[i].Raw, i + 1);

    private static (Key, bool, int)? WithMode(ImmutableArray<Token> tokens, int i, string name, int at)
    {
        var article = name is "a" or "A";
        if (article && NotAfter.Contains(Text(tokens, at + 1)))
        {
            return null;
        }

        var welcome = name != "a" || Text(tokens, i - 1) is "in" or "of" or ":" or "key" || Ends(tokens, i - 1);
        return welcome && Key.TryParse($"{name} {Text(tokens, at)}", out var key) ? (key, false, at + 1 - i) : null;
    }

    private static (Key, bool, int)? Bare(ImmutableArray<Token> tokens, int i, string name, int at)
    {
        var named = Text(tokens, i - 1) is "key" || Text(tokens, i - 2) is "key";
        var told = Text(tokens, i - 1) == "in" && (Ends(tokens, at) || Text(tokens, at) is "with" or "at" or "and");
        var sure = named || (char.IsUpper(name[0]) && (told || (name.Length == 2 && Ends(tokens, at))));
        return sure && Key.TryParse(name, out var key) ? (key, true, at - i) : null;
    }

    private static (Key, bool, int)? Compact(ImmutableArray<Token> tokens, int i, string raw)
    {
        var mode = raw[1] is '#' or 'b' or '♯' or '♭' ? raw[2..] : raw[1..];
        var sure =
            raw != "Am"
            || Text(tokens, i - 1) is "in" or "key" or "of" or ":"
            || (Ends(tokens, i - 1) && Ends(tokens, i + 1));
        return sure && mode is "m" or "min" or "maj" or "minor" or "major" && Key.TryParse(raw, out var key)
            ? (key, false, 1)
            : null;
    }

    private static bool IsNote(string name) => name.Length == 1 || name[1] is '#' or 'b' or '♯' or '♭';

    private static bool IsMode(string text) => text is "major" or "minor" or "maj" or "min" or "dorian" or "mixolydian";

    private static string Text(ImmutableArray<Token> tokens, int i) =>
        i >= 0 && i < tokens.Length ? tokens[i].Text : "";

    private static bool Ends(ImmutableArray<Token> tokens, int i) => i < 0 || i >= tokens.Length || tokens[i].IsBreak;
}
