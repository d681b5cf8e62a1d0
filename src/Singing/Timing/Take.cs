using Troubadour.Music;

namespace Troubadour.Singing;

/// <summary>What makes one singing of a phrase differ from another: doubles and harmonies are new takes, never copies.</summary>
/// <param name="Phrase">The phrase with the take's timing.</param>
/// <param name="Detune">Cents off.</param>
/// <param name="Warp">Formant factor on the singer's own.</param>
internal sealed record Take(PhraseScore Phrase, double Detune, double Warp)
{
    private const double SmallestShift = 0.010;
    private const double LargestShift = 0.030;
    private const double NoteShift = 0.006;
    private const double ShortestNote = 0.05;

    /// <summary>Draws a take. The lead keeps its score.</summary>
    public static Take Draw(PhraseScore phrase, RandomStream random)
    {
        if (phrase.Layer == VoiceLayer.Lead)
        {
            return new Take(phrase, 0, 1);
        }

        var shift = random.Next(SmallestShift, LargestShift) * (random.Chance(0.3) ? -1 : 1);
        var detune = phrase.Layer switch
        {
            VoiceLayer.DoubleLeft => random.Next(-11, -5),
            VoiceLayer.DoubleRight => random.Next(5, 11),
            _ => random.Next(-5, 5),
        };
        var warp = phrase.Layer switch
        {
            VoiceLayer.DoubleLeft => 1.02,
            VoiceLayer.DoubleRight => 0.98,
            _ => random.Chance(0.5) ? 1.02 : 0.98,
        };
        return new Take(Shift(phrase, shift, random), detune, warp);
    }

    private static PhraseScore Shift(PhraseScore phrase, double shift, RandomStream random)
    {
        var notes = phrase.Notes.ToBuilder();
        for (var n = 0; n < notes.Count; n++)
        {
            var start = notes[n].Start + shift + random.Next(-NoteShift, NoteShift);
            start = n == 0 ? start : Math.Max(start, notes[n - 1].Start + ShortestNote / 2);
            notes[n] = notes[n] with { Start = start, End = Math.Max(notes[n].End + shift, start + ShortestNote) };
        }

        for (var n = 0; n + 1 < notes.Count; n++)
        {
            notes[n] = notes[n] with { End = Math.Min(notes[n].End, Math.Max(notes[n + 1].Start, notes[n].Start)) };
        }

        return phrase with
        {
            Notes = notes.ToImmutable(),
        };
    }
}
