using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Singing.Bench;

/// <summary>Sets a line to a plain tune: half a beat a syllable at 100 beats a minute, two beats at the end, steps in a major key.</summary>
internal static class Tune
{
    private const double Lead = 0.6;
    private const double Beat = 60.0 / 100;

    private static readonly int[] Scale = [0, 2, 4, 5, 7, 9, 11, 12];
    private static readonly int[] Walk = [4, 5, 4, 2, 3, 4, 2, 1, 2, 4, 6, 5, 4, 3, 2, 1];

    /// <summary>Makes the phrase.</summary>
    /// <param name="words">The line.</param>
    /// <param name="gender">C4 to C5 for women, D3 to D4 for men.</param>
    /// <param name="line">Index of the line; it turns the tune.</param>
    public static PhraseScore Of(ImmutableArray<SungWord> words, Gender gender, int line)
    {
        var root = gender == Gender.Female ? 60 : 50;
        var notes = ImmutableArray.CreateBuilder<SungNote>();
        var syllables = words
            .SelectMany(w => w.Syllables.Select(s => (Stressed: w.IsContent && s.Stress > 0, s)))
            .ToArray();
        var time = Lead;
        for (var k = 0; k < syllables.Length; k++)
        {
            var beats =
                k == syllables.Length - 1 ? 2
                : syllables[k].Stressed ? 1
                : 0.5;
            notes.Add(new SungNote(time, time + beats * Beat, root + Scale[Walk[(k + 3 * line) % Walk.Length]], k));
            time += beats * Beat;
        }

        return new PhraseScore(words, notes.ToImmutable(), VoiceLayer.Lead, 0.6, 1, false, line);
    }
}
