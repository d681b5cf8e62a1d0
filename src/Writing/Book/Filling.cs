using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Troubadour.Writing;

/// <summary>
/// Words for the slots of a block. <c>{who}</c> is filled as it stands; <c>{who:was|were}</c> becomes the first word for one and the
/// second for many.
/// </summary>
internal sealed partial class Filling(ImmutableSortedDictionary<string, Phrase> phrases)
{
    /// <summary>No words.</summary>
    public static Filling None { get; } =
        new(ImmutableSortedDictionary<string, Phrase>.Empty.WithComparers(StringComparer.Ordinal));

    /// <summary>The phrases by the slot's name.</summary>
    public ImmutableSortedDictionary<string, Phrase> Phrases { get; } = phrases;

    /// <summary>The line with every slot filled that has a phrase.</summary>
    public string Fill(string line) =>
        line.Contains('{', StringComparison.Ordinal) ? Slot().Replace(line, Value) : line;

    private string Value(Match match)
    {
        if (!Phrases.TryGetValue(match.Groups["name"].Value, out var phrase))
        {
            return match.Value;
        }

        var form = match.Groups["form"].Value;
        return form switch
        {
            "" => phrase.Text,
            "a" => phrase.Indefinite,
            "bare" => phrase.Bare,
            _ => form.Split('|')[phrase.IsPlural ? 1 : 0],
        };
    }

    [GeneratedRegex(@"\{(?<name>\w+)(?::(?<form>[^}]*))?\}", RegexOptions.CultureInvariant)]
    private static partial Regex Slot();
}
