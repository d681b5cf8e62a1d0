using Troubadour.Music;

namespace Troubadour.Singing.Neural;

/// <summary>What makes one singing of a phrase differ from another: other layers than the lead come a little early or late and off.</summary>
/// <param name="Phrase">The phrase with the take's timing.</param>
/// <param name="Detune">Cents off.</param>
internal sealed record NeuralTake(PhraseScore Phrase, double Detune)
{
    private const double SmallestShift = 0.008;
    private const double LargestShift = 0.025;

    /// <summary>Draws a take. The lead keeps its score.</summary>
    public static NeuralTake Draw(PhraseScore phrase, RandomStream random)
    {
        var shift = random.Next(SmallestShift, LargestShift) * (random.Chance(0.3) ? -1 : 1);
        var detune = phrase.Layer switch
        {
            VoiceLayer.Lead => 0,
            VoiceLayer.DoubleLeft => random.Next(-10, -5),
            VoiceLayer.DoubleRight => random.Next(5, 10),
            _ => random.Next(-5, 5),
        };
        return phrase.Layer == VoiceLayer.Lead
            ? new NeuralTake(phrase, 0)
            : new NeuralTake(
                phrase with
                {
                    Notes =
                    [
                        .. phrase.Notes.Select(note =>
                            note with
                            {
                                Start = note.Start + shift,
                                End = note.End + shift,
                            }
                        ),
                    ],
                },
                detune
            );
    }
}
