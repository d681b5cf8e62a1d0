using System.Collections.Frozen;

namespace Troubadour.Lyrics;

/// <summary>The names that callers give to sections, in every dialect of the contract, and the house's word for each.</summary>
public static class SectionTags
{
    private static readonly FrozenDictionary<string, string> Kinds = new Dictionary<string, string>
    {
        ["intro"] = "intro",
        ["opening"] = "intro",
        ["verse"] = "verse",
        ["rap"] = "verse",
        ["strophe"] = "verse",
        ["prechorus"] = "pre-chorus",
        ["pre"] = "pre-chorus",
        ["build"] = "pre-chorus",
        ["buildup"] = "pre-chorus",
        ["lift"] = "pre-chorus",
        ["chorus"] = "chorus",
        ["refrain"] = "chorus",
        ["hook"] = "chorus",
        ["postchorus"] = "chorus",
        ["finalchorus"] = "chorus",
        ["drop"] = "inst",
        ["bridge"] = "bridge",
        ["middle8"] = "bridge",
        ["middleeight"] = "bridge",
        ["inst"] = "inst",
        ["instrumental"] = "inst",
        ["instrumentalbreak"] = "inst",
        ["interlude"] = "inst",
        ["break"] = "inst",
        ["solo"] = "inst",
        ["guitarsolo"] = "inst",
        ["pianosolo"] = "inst",
        ["saxsolo"] = "inst",
        ["outro"] = "outro",
        ["ending"] = "outro",
        ["end"] = "outro",
        ["coda"] = "outro",
        ["前奏"] = "intro",
        ["引子"] = "intro",
        ["主歌"] = "verse",
        ["说唱"] = "verse",
        ["說唱"] = "verse",
        ["导歌"] = "pre-chorus",
        ["導歌"] = "pre-chorus",
        ["预副歌"] = "pre-chorus",
        ["預副歌"] = "pre-chorus",
        ["副歌"] = "chorus",
        ["高潮"] = "chorus",
        ["间奏"] = "inst",
        ["間奏"] = "inst",
        ["桥段"] = "bridge",
        ["橋段"] = "bridge",
        ["尾声"] = "outro",
        ["尾聲"] = "outro",
        ["尾奏"] = "outro",
        ["结尾"] = "outro",
        ["結尾"] = "outro",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The house's word for a tag's inner text ("Verse 2", "Pre-Chorus", "Chorus: louder"); null when it names no section.</summary>
    public static string? KindOf(string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        var head = tag.Split(':', '|', ',', '-')[0];
        return Find(tag) ?? Find(tag.Split(':', '|', ',', '(', '–', '—')[0]) ?? Find(head) ?? FindWord(tag);
    }

    /// <summary>True for a word that names a section by itself.</summary>
    internal static bool IsName(string word) => Find(word) is not null;

    // "Guitar Intro", "Verse One", "Last Chorus": a short tag that holds a section's name; a sung one goes before a break.
    private static string? FindWord(string tag)
    {
        var words = tag.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var kinds = words.Length > 3 ? [] : words.Select(Find).Where(kind => kind is not null).ToList();
        return kinds.Find(kind => kind != "inst") ?? kinds.FirstOrDefault();
    }

    private static string? Find(string text)
    {
        var name = string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        if (Kinds.TryGetValue(name, out var kind))
        {
            return kind;
        }

        name = name.TrimEnd("0123456789x一二三四".ToCharArray());
        return Kinds.GetValueOrDefault(name);
    }
}
