using System.Collections.Immutable;

namespace Troubadour.Writing;

/// <summary>Puts phrases of a description into the slots of frames, words not said yet before others.</summary>
internal sealed class SlotFiller(ImmutableArray<Phrase> phrases)
{
    private readonly HashSet<string> _said = new(StringComparer.Ordinal);

    /// <summary>Words for the slots, and how many words they say that were not said yet; null when there is none.</summary>
    /// <param name="slots">The slots' names.</param>
    /// <param name="isBrief">The shortest phrases rather than those that say most.</param>
    public (Filling Filling, int Gain)? For(ImmutableArray<string> slots, bool isBrief)
    {
        var chosen = ImmutableSortedDictionary.CreateBuilder<string, Phrase>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var slot in slots)
        {
            var best = phrases
                .Where(phrase => Fits(slot, phrase) && !phrase.Says.Any(taken.Contains))
                .Select(phrase => (Phrase: phrase, Gain: phrase.Says.Distinct().Count(word => !_said.Contains(word))))
                .Where(choice => choice.Gain > 0 || slots.Length > 1)
                .OrderByDescending(choice => isBrief ? -choice.Phrase.Text.Length : choice.Gain)
                .FirstOrDefault();
            if (best.Phrase is null)
            {
                return null;
            }

            chosen[slot] = best.Phrase;
            taken.UnionWith(best.Phrase.Says);
        }

        var gain = taken.Count(word => !_said.Contains(word));
        return gain > 0 ? (new Filling(chosen.ToImmutable()), gain) : null;
    }

    /// <summary>Remembers what a filling has said.</summary>
    public void Say(Filling filling)
    {
        foreach (var phrase in filling.Phrases.Values)
        {
            _said.UnionWith(phrase.Says);
        }
    }

    /// <summary>Remembers the words of lines.</summary>
    public void Say(IEnumerable<string> lines)
    {
        foreach (
            var word in lines.SelectMany(line =>
                line.Split([' ', ',', '?', '!'], StringSplitOptions.RemoveEmptyEntries)
            )
        )
        {
            _said.Add(word.ToLowerInvariant());
        }
    }

    private static bool Fits(string slot, Phrase phrase) =>
        phrase.Kind == slot
        || (slot == "who" && phrase.Kind == "name")
        || (slot == "foe" && phrase.Kind == "who" && !phrase.IsPlural)
        || (slot == "noun" && phrase.Kind is "name" or "thing" or "big" or "place" or "time" or "idea");
}
