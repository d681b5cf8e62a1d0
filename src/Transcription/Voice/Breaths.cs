namespace Troubadour.Transcription;

/// <summary>Cuts what is sung into phrases: at pauses, and where a phrase would have too many notes at the longest breath within it.</summary>
internal sealed class Breaths(double beat)
{
    private const double PauseBeats = 1.2;
    private const double Pause = 0.5;
    private const int MostTones = 14;
    private const int LeastTones = 3;

    /// <summary>The phrases in rising time.</summary>
    public List<List<ToneWord>> Cut(IReadOnlyList<ToneWord> words)
    {
        var phrases = new List<List<ToneWord>>();
        var pause = Math.Min(Pause, PauseBeats * beat);
        foreach (var word in words)
        {
            if (phrases.Count == 0 || word.Start - phrases[^1][^1].End > pause)
            {
                phrases.Add([]);
            }

            phrases[^1].Add(word);
        }

        return [.. phrases.SelectMany(Short)];
    }

    private static IEnumerable<List<ToneWord>> Short(List<ToneWord> phrase)
    {
        if (phrase.Sum(word => word.Tones.Length) <= MostTones || phrase.Count < 2)
        {
            return [phrase];
        }

        var edge = Math.Min(LeastTones, phrase.Count / 2);
        var cut = Enumerable.Range(edge, phrase.Count - 2 * edge + 1).MaxBy(i => Breath(phrase, i));
        return Short(phrase[..cut]).Concat(Short(phrase[cut..]));
    }

    // The time to the next onset, held notes included: that is where lines end.
    private static double Breath(List<ToneWord> phrase, int at) =>
        phrase[at].Start - phrase[at - 1].Tones[^1].Start - 0.02 * Math.Abs(at - phrase.Count / 2.0);
}
