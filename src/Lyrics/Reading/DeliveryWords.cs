using System.Collections.Frozen;

namespace Troubadour.Lyrics;

/// <summary>Reads how something is to be sung from a tag or a remark: "whispered", "Verse 1: softly, female voice", "Rap".</summary>
internal static class DeliveryWords
{
    private static readonly FrozenDictionary<string, Delivery> Known = Table(
        (Delivery.Whispered, "whisper whispers whispered whispering hushed"),
        (Delivery.Soft, "soft softly quiet quietly gentle gently tender tenderly falsetto breathy murmured murmuring"),
        (Delivery.Spoken, "spoken speak speaks speaking talk talks talking rap raps rapped rapping"),
        (
            Delivery.Belted,
            "belt belts belted belting shout shouts shouted shouting scream screams screamed screaming yell yelled yelling loud loudly"
        )
    );

    // Words that are directions in parentheses too, where "(shout)" may be an echo.
    private static readonly FrozenSet<string> Remarks = Set(
        "whispered whispers whispering spoken speaking talking rapped rapping shouted screamed yelled belted softly quietly falsetto"
    );

    private static readonly FrozenSet<string> Fillers = Set(
        "a the in and very almost voice voices vocal vocals singing sung sing sings word words tone female male lead man woman"
    );

    /// <summary>What a tag's inner text asks for; null when it says nothing of it. Words about instruments are no such wish.</summary>
    public static Delivery? OfTag(string tag)
    {
        foreach (
            var clause in tag.Split(
                [':', '|', ',', '-', '–', '—', '(', ')', '/', '&', ';'],
                StringSplitOptions.TrimEntries
            )
        )
        {
            var words = Words(clause).Where(word => Known.ContainsKey(word) || !SectionTags.IsName(word)).ToList();
            if (words.TrueForAll(word => Known.ContainsKey(word) || Fillers.Contains(word)) && Find(words) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>What a remark in parentheses asks for; null when it may as well be sung.</summary>
    public static Delivery? OfRemark(string remark)
    {
        var words = Words(remark).ToList();
        return words.TrueForAll(word => Remarks.Contains(word) || Fillers.Contains(word)) ? Find(words) : null;
    }

    private static Delivery? Find(List<string> words)
    {
        foreach (var word in words)
        {
            if (Known.TryGetValue(word, out var delivery))
            {
                return delivery;
            }
        }

        return null;
    }

    private static IEnumerable<string> Words(string text) =>
        text.ToLowerInvariant()
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => string.Concat(word.Where(char.IsLetter)))
            .Where(word => word.Length > 0);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, Delivery> Table(params (Delivery Delivery, string Words)[] rows) =>
        rows.SelectMany(row => row.Words.Split(' ').Select(word => (Word: word, row.Delivery)))
            .ToFrozenDictionary(pair => pair.Word, pair => pair.Delivery, StringComparer.Ordinal);
}
