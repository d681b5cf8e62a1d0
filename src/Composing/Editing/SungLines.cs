using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Phrases of an older song among new ones.</summary>
internal static class SungLines
{
    /// <summary>The words of a phrase that are over at a tick; null when none is.</summary>
    /// <param name="phrase">The phrase.</param>
    /// <param name="tick">Where it is cut: a word stays when all its notes start before it.</param>
    public static VocalPhrase? Cut(VocalPhrase phrase, int tick)
    {
        var last = phrase.Notes[^1];
        if (last.Tick < tick)
        {
            var length = Math.Min(last.Length, tick - last.Tick);
            return phrase with { Notes = phrase.Notes.SetItem(phrase.Notes.Length - 1, last with { Length = length }) };
        }

        var late = phrase.Notes.First(note => note.Tick >= tick).Syllable;
        var (words, syllables) = (0, 0);
        while (syllables + phrase.Words[words].Syllables.Length <= late)
        {
            syllables += phrase.Words[words++].Syllables.Length;
        }

        return words == 0
            ? null
            : phrase with
            {
                Text = string.Join(' ', phrase.Words[..words].Select(word => word.Text)),
                Words = phrase.Words[..words],
                Notes = [.. phrase.Notes.Where(note => note.Syllable < syllables)],
            };
    }

    /// <summary>
    /// The phrases of all layers of a song: those of the take for new lines, those of the source for lines that stand, numbered as the
    /// take numbers them.
    /// </summary>
    /// <param name="take">The take's phrases; its leads are numbered over all lines.</param>
    /// <param name="form">The form that it was sung over.</param>
    /// <param name="source">The source's phrases.</param>
    /// <param name="change">What becomes of a source's phrase, cut for one.</param>
    public static ImmutableArray<VocalPhrase> Join(
        ImmutableArray<VocalPhrase> take,
        FormPlan form,
        ImmutableArray<VocalPhrase> source,
        Func<VocalPhrase, VocalPhrase?> change
    )
    {
        var numbers = new SortedDictionary<int, int>();
        var lines = form.Sections.SelectMany(section => section.Lines).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Given is { } given)
            {
                numbers[given.Line] = i;
            }
        }

        var stands = source
            .Where(phrase => numbers.ContainsKey(phrase.Line) && !phrase.Notes.IsEmpty)
            .Select(phrase => change(Numbered(phrase, numbers[phrase.Line])))
            .OfType<VocalPhrase>();
        var fresh = take.Where(phrase => lines[phrase.Line].Given is null);
        return
        [
            .. stands.Concat(fresh).OrderBy(phrase => phrase.Layer != VoiceLayer.Lead).ThenBy(phrase => phrase.Line),
        ];
    }

    // Under another number, but still the same take.
    private static VocalPhrase Numbered(VocalPhrase phrase, int line) =>
        phrase.Line == line ? phrase : phrase with { Line = line, TakeLine = phrase.TakeLine ?? phrase.Line };
}
