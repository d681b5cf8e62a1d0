using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Lyrics;

/// <summary>Reads a written word of a line: plain, drawn out, made of initials, digits or symbols.</summary>
internal sealed class TokenReader(Lexicon lexicon)
{
    private readonly DrawnOut _drawnOut = new(lexicon);
    private readonly Initials _initials = new();

    /// <summary>True for words that are written in capitals anyway.</summary>
    public bool IsInitials(string written) => _initials.Contains(written);

    /// <summary>The syllables; none for a text that holds nothing to pronounce.</summary>
    public ImmutableArray<Syllable> Read(string written)
    {
        var folded = Spelling.Fold(written.Replace('‐', '-').Replace('‑', '-'), "-.,:/#" + Speakable.Symbols);
        if (lexicon.Overridden(folded) is { IsDefault: false } known)
        {
            return _initials.AreLetters(written) ? lexicon.Spelled(folded) : known;
        }

        if (AreInitials(folded) || _initials.AreLetters(written) || IsAcronym(written, folded))
        {
            return lexicon.Spelled(folded);
        }

        if (Initials.ArePlural(written))
        {
            return WordForms.Plural(lexicon.Spelled(folded[..^1]));
        }

        var parts = folded
            .Replace("'n'", "-'n'-", StringComparison.Ordinal)
            .Split('-', StringSplitOptions.RemoveEmptyEntries);
        var isPlain = parts.Length > 1 && parts.All(part => part.All(char.IsAsciiLetterLower));
        return isPlain && parts.Any(part => part != parts[0])
            ? _drawnOut.Pronounce(parts)
            : [.. parts.SelectMany(part => (IEnumerable<Syllable>)Say(part))];
    }

    private ImmutableArray<Syllable> Say(string token) =>
        lexicon.Overridden(token) is { IsDefault: false } known
            ? known
            : [.. Speakable.Expand(token).SelectMany(word => (IEnumerable<Syllable>)lexicon.Pronounce(word))];

    private static bool AreInitials(string folded) =>
        folded.Length > 2 && folded[1] == '.' && !folded.AsSpan().ContainsAnyInRange('0', '9');

    private bool IsAcronym(string written, string folded) =>
        folded.Length is 2 or 3 && written.All(char.IsAsciiLetterUpper) && lexicon.Known(folded).IsDefault;
}
