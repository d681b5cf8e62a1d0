using System.Collections.Immutable;
using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.Composing.Measures;

/// <summary>Reads the English songs of OpenEWLD: syllables under notes, stresses from the pronouncing dictionary.</summary>
public static class OpenEwldReader
{
    private const int FewestSyllables = 20;
    private const double EnglishShare = 0.12;

    /// <summary>All songs with English words, in order.</summary>
    public static IEnumerable<LyricPiece> Read(Corpora corpora, Pronouncer pronouncer)
    {
        ArgumentNullException.ThrowIfNull(corpora);
        ArgumentNullException.ThrowIfNull(pronouncer);
        foreach (var path in corpora.Files("openewld", "*.mxl"))
        {
            var notes = LeadSheetReader.Read(path);
            if (notes.Count(note => note.Text is not null) < FewestSyllables)
            {
                continue;
            }

            var words = Words(notes).Select(word => (Notes: word, Word: Pronounce(word, pronouncer))).ToList();
            if (words.Count(word => word.Word is { } w && PlainWords.Contains(w.Text)) >= EnglishShare * words.Count)
            {
                yield return Piece(Path.GetFileNameWithoutExtension(path), notes, words);
            }
        }
    }

    private static LyricPiece Piece(
        string name,
        ImmutableArray<LeadSheetNote> notes,
        List<(List<LeadSheetNote> Notes, SungWord? Word)> words
    )
    {
        var syllables = ImmutableArray.CreateBuilder<LyricSyllable>();
        for (var i = 0; i < words.Count; i++)
        {
            var (sung, word) = words[i];
            if (word is null || word.Syllables.Length != sung.Count)
            {
                continue;
            }

            for (var s = 0; s < sung.Count; s++)
            {
                if (sung[s] is { Unit: 4, Beats: 2 or 3 or 4 } note)
                {
                    syllables.Add(
                        new LyricSyllable(
                            SongWords.ClassOf(word, s),
                            i,
                            note.Position,
                            note.Length,
                            note.Key,
                            note.Beats,
                            1
                        )
                    );
                }
            }
        }

        var lyrics = notes.Count(note => note.Text is not null);
        var share = (double)notes.Length / lyrics;
        var range = notes.Max(note => note.Key) - notes.Min(note => note.Key);
        return new LyricPiece(name, syllables.ToImmutable(), (int)Math.Round(share * syllables.Count), range);
    }

    private static IEnumerable<List<LeadSheetNote>> Words(ImmutableArray<LeadSheetNote> notes)
    {
        var word = new List<LeadSheetNote>();
        foreach (var note in notes.Where(note => note.Text is not null))
        {
            if (note.Syllabic is "begin" or "single" && word.Count > 0)
            {
                yield return word;
                word = [];
            }

            word.Add(note);
            if (note.Syllabic is "end" or "single")
            {
                yield return word;
                word = [];
            }
        }
    }

    private static SungWord? Pronounce(List<LeadSheetNote> word, Pronouncer pronouncer)
    {
        var text = string.Concat(word.Select(note => note.Text)).ToLowerInvariant();
        var kept = string.Concat(text.Where(c => c is (>= 'a' and <= 'z') or '\''));
        return kept.Length == 0 ? null : pronouncer.Word(kept);
    }
}
