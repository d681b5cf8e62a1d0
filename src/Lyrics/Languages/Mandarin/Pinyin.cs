namespace Troubadour.Lyrics;

/// <summary>One syllable of Mandarin in Hanyu Pinyin.</summary>
/// <param name="Letters">Its letters, a to z; v is u with two dots.</param>
/// <param name="Tone">1 to 4, 5 neutral.</param>
internal readonly record struct Pinyin(string? Letters, int Tone)
{
    /// <summary>Reads "lv4".</summary>
    /// <exception cref="FormatException">It is no syllable with its tone.</exception>
    public static Pinyin Parse(ReadOnlySpan<char> text) =>
        text.Length > 1 && text[^1] is >= '1' and <= '5' && text[..^1].IndexOfAnyExceptInRange('a', 'z') < 0
            ? new Pinyin(text[..^1].ToString(), text[^1] - '0')
            : throw new FormatException($"'{text}' is no pinyin with its tone.");

    /// <inheritdoc/>
    public override string ToString() => $"{Letters}{Tone}";
}
