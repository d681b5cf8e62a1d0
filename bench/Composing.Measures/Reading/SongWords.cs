using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing.Measures;

/// <summary>The words of a composed song's lead voice; rapped lines are left out when asked.</summary>
public static class SongWords
{
    private const double SlotQuarters = 0.25;

    /// <summary>Reads the song.</summary>
    public static LyricPiece Read(SongGrid grid, bool withRap = true)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var phrases = grid.Leads.Where(phrase => withRap || !phrase.Rap).ToList();
        var syllables = ImmutableArray.CreateBuilder<LyricSyllable>();
        var word = 0;
        foreach (var phrase in phrases)
        {
            foreach (var (kind, offset, index) in Classes(phrase))
            {
                var first = phrase.Notes.FirstOrDefault(note => note.Syllable == index);
                if (first.Length > 0)
                {
                    syllables.Add(Place(grid, kind, word + offset, first));
                }
            }

            word += phrase.Words.Length;
        }

        var keys = phrases.SelectMany(phrase => phrase.Notes).Select(note => note.Key).DefaultIfEmpty().ToList();
        return new LyricPiece(
            $"{grid.Song.Style}/{grid.Song.Brief.Seed}",
            syllables.ToImmutable(),
            phrases.Sum(phrase => phrase.Notes.Length),
            keys.Max() - keys.Min()
        );
    }

    /// <summary>The class of a syllable.</summary>
    public static SyllableClass ClassOf(SungWord word, int index)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (word.Syllables.Length == 1)
        {
            return PlainWords.Contains(word.Text) ? SyllableClass.Function : SyllableClass.Content;
        }

        return word.Syllables[index].Stress switch
        {
            1 => SyllableClass.Stressed,
            2 => SyllableClass.Secondary,
            _ => SyllableClass.Unstressed,
        };
    }

    private static IEnumerable<(SyllableClass Class, int Word, int Index)> Classes(VocalPhrase phrase)
    {
        var index = 0;
        for (var word = 0; word < phrase.Words.Length; word++)
        {
            for (var i = 0; i < phrase.Words[word].Syllables.Length; i++)
            {
                yield return (ClassOf(phrase.Words[word], i), word, index++);
            }
        }
    }

    private static LyricSyllable Place(SongGrid grid, SyllableClass kind, int word, VocalNote note)
    {
        var slot = grid.Slot(note.Tick);
        var length = Math.Max(1, grid.Slot(note.Tick + note.Length) - slot);
        return new LyricSyllable(
            kind,
            word,
            slot % grid.BarSlots * SlotQuarters,
            length * SlotQuarters,
            note.Key,
            grid.BarSlots * SlotQuarters,
            grid.PulseSlots * SlotQuarters
        );
    }
}
