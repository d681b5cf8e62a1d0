using System.Collections.Immutable;
using Troubadour.Analysis;
using Troubadour.Music;

namespace Troubadour.Transcription;

/// <summary>Sings "la" where the words are not known: one on each note, but for notes so quick that they are turns of the one before.</summary>
internal static class Vowels
{
    private const double Quick = 0.19;
    private const double Joined = 0.06;
    private static readonly SungWord s_la = new("la", false, [new(["l", "aa"], 1)]);

    /// <summary>The words.</summary>
    public static List<ToneWord> Over(IReadOnlyList<NoteEstimate> notes)
    {
        var words = new List<ToneWord>();
        foreach (var note in notes)
        {
            var tone = new SungTone(note.Start, note.End, note.Key, 0);
            if (words.Count > 0 && note.Start - words[^1].Start < Quick && note.Start - words[^1].End < Joined)
            {
                words[^1] = words[^1] with { Tones = words[^1].Tones.Add(tone) };
            }
            else
            {
                words.Add(new(s_la, [tone]));
            }
        }

        return words;
    }
}
