using System.Collections.Frozen;

namespace Troubadour.Composing.Measures;

/// <summary>
/// The function words that the human figures of lyric fit were counted with: articles, common prepositions and conjunctions, forms
/// of be, have and do, modals, personal pronouns. A one-syllable word outside the list counts as a content word.
/// </summary>
public static class PlainWords
{
    private static readonly FrozenSet<string> Words = (
        "a am an and are as at be been being but by can could did do does for from had has have he her him his i if in is it its "
        + "may me might must my nor of on or our shall she should so than that the their them then there these they this those to "
        + "us was we were will with would you your"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for a function word, whatever its case.</summary>
    public static bool Contains(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return Words.Contains(word.ToLowerInvariant());
    }
}
