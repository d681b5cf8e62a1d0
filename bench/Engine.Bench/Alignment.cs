using System.Globalization;

namespace Troubadour.Engine.Bench;

/// <summary>One line of pocketsphinx's segmentation: its score and the first frame (10 ms) of each word.</summary>
internal sealed record Alignment(int Line, double Score, IReadOnlyList<int> Words)
{
    /// <summary>Reads "line003 S 0 T -123 A -120 L -3 0 -1 -1 word 45 ... 311"; null for anything else.</summary>
    public static Alignment? Parse(string text)
    {
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length < 8 || !fields[0].StartsWith("line", StringComparison.Ordinal))
        {
            return null;
        }

        var score = fields
            .SkipWhile(f => f != "T")
            .Skip(1)
            .Select(f => double.Parse(f, CultureInfo.InvariantCulture))
            .First();
        var words = new List<int>();
        for (var i = 9; i + 3 < fields.Length; i += 4)
        {
            if (fields[i + 3].StartsWith("w_", StringComparison.Ordinal))
            {
                words.Add(int.Parse(fields[i], CultureInfo.InvariantCulture));
            }
        }

        return new Alignment(int.Parse(fields[0][4..], CultureInfo.InvariantCulture), score, words);
    }
}
