using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>
/// A song as it is sung: lines that hold words of a second voice are parted between the lead and that voice. Songs keep their lines whole,
/// so that edits see the words as they were written.
/// </summary>
public static class PartedVoices
{
    /// <summary>The song with parted lines; the same song where no word is another singer's, and for a song that is parted already.</summary>
    public static Song Of(Song song)
    {
        ArgumentNullException.ThrowIfNull(song);
        return song.Vocals.Any(IsShared) ? song with { Vocals = [.. song.Vocals.SelectMany(Part)] } : song;
    }

    private static bool IsShared(VocalPhrase phrase) =>
        phrase.Layer != VoiceLayer.Backing && phrase.Words.Any(word => word.IsBacking);

    // Doubles and harmonies are the lead's: nobody doubles the answers.
    private static IEnumerable<VocalPhrase> Part(VocalPhrase phrase)
    {
        if (!IsShared(phrase))
        {
            yield return phrase;
            yield break;
        }

        for (var from = 0; from < phrase.Words.Length; )
        {
            var isBacking = phrase.Words[from].IsBacking;
            var to = from;
            while (to < phrase.Words.Length && phrase.Words[to].IsBacking == isBacking)
            {
                to++;
            }

            if (!isBacking || phrase.Layer == VoiceLayer.Lead)
            {
                yield return Run(phrase, from, to, isBacking);
            }

            from = to;
        }
    }

    private static VocalPhrase Run(VocalPhrase phrase, int from, int to, bool isBacking)
    {
        var first = phrase.Words[..from].Sum(word => word.Syllables.Length);
        var end = phrase.Words[..to].Sum(word => word.Syllables.Length);
        ImmutableArray<SungWord> words = phrase.Words[from..to];
        return phrase with
        {
            Text = string.Join(' ', words.Select(word => word.Text)),
            Words = words,
            Notes =
            [
                .. phrase
                    .Notes.Where(note => note.Syllable >= first && note.Syllable < end)
                    .Select(note => note with { Syllable = note.Syllable - first }),
            ],
            Layer = isBacking ? VoiceLayer.Backing : phrase.Layer,
        };
    }
}
