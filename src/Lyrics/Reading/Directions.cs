using System.Text.RegularExpressions;

namespace Troubadour.Lyrics;

/// <summary>
/// Directions inside lyrics, kept as single signs of the private use area: from a sign of <see cref="Lasting"/> on lines are sung as it
/// says, a sign of <see cref="Passing"/> speaks of its row only.
/// </summary>
internal static partial class Directions
{
    private const char First = '\uE000';
    private const char FirstPassing = '\uE010';
    private const char Last = '\uE01F';

    /// <summary>The sign from which on a delivery holds.</summary>
    public static string Lasting(Delivery delivery) => ((char)(First + (int)delivery)).ToString();

    /// <summary>The sign of a delivery for one row.</summary>
    public static string Passing(Delivery delivery) => ((char)(FirstPassing + (int)delivery)).ToString();

    /// <summary>True for characters that stand for directions: in texts from outside they have no meaning.</summary>
    public static bool IsSign(int character) => character is >= First and <= Last;

    /// <summary>A text's stretches of one delivery, in order.</summary>
    public static IEnumerable<(Delivery Delivery, string Text)> Runs(string text)
    {
        var delivery = Delivery.Usual;
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || text[i] is >= First and < FirstPassing)
            {
                yield return (delivery, text[start..i]);
                delivery = i < text.Length ? (Delivery)(text[i] - First) : delivery;
                start = i + 1;
            }
        }
    }

    /// <summary>What a row's own signs and its first remark in parentheses ask for, and how often it is sung; the row without them.</summary>
    public static (string Row, Delivery? Delivery, int Times) Read(string row)
    {
        Delivery? delivery = null;
        var times = 0;
        var sign = row.AsSpan().IndexOfAnyInRange(FirstPassing, Last);
        if (sign >= 0)
        {
            delivery = (Delivery)(row[sign] - FirstPassing);
            row = string.Concat(row.Select(c => IsSign(c) ? ' ' : c));
        }

        row = Parentheses()
            .Replace(
                row,
                match =>
                {
                    var inner = match.Groups["inner"].Value;
                    var opens = row.AsSpan(0, match.Index).IsWhiteSpace();
                    if (StageWords.Times(inner) is > 0 and var found)
                    {
                        times = found;
                        return " ";
                    }

                    if (opens && DeliveryWords.OfRemark(inner) is { } asked)
                    {
                        delivery = asked;
                        return " ";
                    }

                    return StageWords.IsRemark(inner) ? " " : match.Value;
                }
            );
        var (rest, bare) = StageWords.BareTimes($" {row}");
        return (rest.Trim(), delivery, Math.Max(times, bare));
    }

    /// <summary>
    /// What stands between asterisks is a direction where it tells of an action or fills its row ("*laughs*", "*whispers* come here");
    /// other words are sung.
    /// </summary>
    public static string WithoutStarred(string text) =>
        Starred()
            .Replace(
                text,
                match =>
                {
                    var inner = match.Groups["inner"].Value;
                    if (DeliveryWords.OfTag(inner) is { } delivery)
                    {
                        return Passing(delivery);
                    }

                    return StageWords.IsAction(inner) || match.Groups["row"].Success ? " " : $" {inner} ";
                }
            );

    /// <summary>A row of its parts that each end with a direction such as "(x2)".</summary>
    public static IEnumerable<string> AfterRepeats(string row)
    {
        var start = 0;
        foreach (Match match in Parentheses().Matches(row))
        {
            if (StageWords.Times(match.Groups["inner"].Value) > 0 && row[start..match.Index].Any(char.IsLetterOrDigit))
            {
                yield return row[start..(match.Index + match.Length)];
                start = match.Index + match.Length;
            }
        }

        yield return row[start..];
    }

    [GeneratedRegex(@"\((?<inner>[^()]*)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Parentheses();

    [GeneratedRegex(
        @"(?m)(?<row>^[ \t]*\*{1,2}(?<inner>[^*\n]{1,60})\*{1,2}[ \t]*$)|(?<![\p{L}\p{N}*])\*{1,2}(?<inner>[^*\s][^*\n]{0,60})\*{1,2}(?![\p{L}\p{N}*])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Starred();
}
