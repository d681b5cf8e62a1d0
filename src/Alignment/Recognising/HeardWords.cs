using System.Globalization;

namespace Troubadour.Alignment;

/// <summary>
/// Reads the recogniser's results, one line a passage: its name, five facts ("S .. T .. A .. L .."), then for each word its first frame,
/// two scores and its name, then the number of frames.
/// </summary>
internal static class HeardWords
{
    private const int Head = 9;

    /// <summary>The words of one passage.</summary>
    /// <param name="line">A line of the results.</param>
    /// <param name="start">Second of the recording where the passage starts.</param>
    /// <returns>None for a passage in which the words were not found, and for a line that is none of its.</returns>
    public static List<HeardWord> Read(string line, double start)
    {
        var words = new List<HeardWord>();
        var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = Head; i + 4 < fields.Length; i += 4)
        {
            if (!TryFrame(fields[i], out var first) || !TryFrame(fields[i + 4], out var end) || end < first)
            {
                return [];
            }

            if (WordGrammar.Find(fields[i + 3]) is { } word && TryScore(fields[i + 1], out var score))
            {
                var frames = Math.Max(1, end - first);
                words.Add(new HeardWord(word, start + Seconds(first), start + Seconds(end), (double)score / frames));
            }
        }

        return words;
    }

    private static double Seconds(int frame) => (double)frame / RecogniserCommand.FrameRate;

    private static bool TryFrame(string text, out int frame) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out frame);

    private static bool TryScore(string text, out int score) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out score);
}
