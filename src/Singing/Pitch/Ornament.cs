using Troubadour.Music;

namespace Troubadour.Singing;

/// <summary>
/// What a singer does to the edges of notes: slides up into the first note after a breath, leans into leaps, lets a last note fall or
/// flips it up.
/// </summary>
/// <param name="Scoop">Cents below the first note of each breath where the voice starts, by note; 0 for other notes.</param>
/// <param name="Lean">Cents below a note at its start, gone after a moment, by note.</param>
/// <param name="Ending">Cents that the last note has moved at its very end.</param>
internal sealed record Ornament(double[] Scoop, double[] Lean, double Ending)
{
    private const double ScoopDepth = 60;
    private const double LeanDepth = 70;
    private const double LeanLength = 0.07;
    private const double Leap = 2.5;
    private const double LongEnding = 0.5;
    private const double EndingRoom = 0.06;
    private const double EndingLength = 0.14;

    /// <summary>Draws the ornaments of a phrase; rap and vocoders have none.</summary>
    public static Ornament Draw(PhraseScore phrase, VoiceColour colour, double gap, RandomStream random)
    {
        var notes = phrase.Notes;
        var (scoop, lean) = (new double[notes.Length], new double[notes.Length]);
        if (phrase.Rap || colour.IsVocoded)
        {
            return new Ornament(scoop, lean, 0);
        }

        for (var n = 0; n < notes.Length; n++)
        {
            var chance = random.Child($"note {n}");
            var (kind, depth) = (chance.NextUnit(), chance.Next(0.5, 1.4));
            if (n == 0 || notes[n].Start - notes[n - 1].End >= gap)
            {
                scoop[n] = kind < 0.2 ? 0 : ScoopDepth * colour.Scoop * depth;
            }
            else if (notes[n].Pitch - notes[n - 1].Pitch > Leap && notes[n].End - notes[n].Start > 0.3)
            {
                lean[n] = kind < 0.35 * colour.Scoop ? LeanDepth * depth : 0;
            }
        }

        return new Ornament(scoop, lean, End(phrase, random.Child("end")));
    }

    /// <summary>Cents of the lean at a time after the note's start.</summary>
    public double LeanAt(int note, double since) => -Lean[note] * Math.Clamp(1 - since / LeanLength, 0, 1);

    /// <summary>Cents of the ending at a time after the last note's end, which may be before it.</summary>
    public double EndingAt(double after)
    {
        var share = Math.Clamp((after + EndingRoom) / EndingLength, 0, 1);
        return Ending * share * share;
    }

    // Relaxed phrases fall, strong ones flip up now and then.
    private static double End(PhraseScore phrase, RandomStream random)
    {
        var last = phrase.Notes[^1];
        var (kind, depth) = (random.NextUnit(), random.Next(0.7, 1.3));
        return last.End - last.Start < LongEnding ? 0
            : kind < 0.3 * (1 - phrase.Effort) ? -180 * depth
            : kind > 1 - 0.06 * phrase.Effort ? 150 * depth
            : 0;
    }
}
