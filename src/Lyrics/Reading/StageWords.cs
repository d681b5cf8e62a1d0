using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Troubadour.Lyrics;

/// <summary>Tells words to the players from words to sing: "(guitar solo)", "(x2)", "(repeat)", "*laughs*".</summary>
internal static partial class StageWords
{
    /// <summary>The most times that a line or a section is sung for one direction.</summary>
    public const int MostTimes = 4;

    // A remark holds at least one of these and otherwise only fillers.
    private static readonly FrozenSet<string> Core = Set(
        "break solo interlude instrumental outro intro riff fade fades fading adlib adlibs repeat repeats laughs laughter laughing "
            + "chuckles giggles sighs applause coughs sniffs sniffles gasps inhales exhales claps whistles"
    );

    private static readonly FrozenSet<string> Fillers = Set(
        "guitar electric acoustic piano drum drums sax saxophone bass synth synths string strings horn horns violin fiddle cello flute "
            + "organ trumpet trombone harmonica harp banjo keyboard keys percussion brass music musical orchestra orchestral choir short "
            + "long brief quiet quietly soft softly big epic final slow build buildup bar bars beat beats drop drops inst crowd and with "
            + "of the a an in into out to till until end ends plays playing continues begins starts only chorus verse bridge hook "
            + "section part deep breath"
    );

    // Words that end as an action does but are none.
    private static readonly FrozenSet<string> NoActions = Set(
        "yes this always is was us his as has its nothing something"
    );

    /// <summary>How many times in all a direction asks to sing: "x2", "3x", "repeat", "repeat x3"; 0 when it is none.</summary>
    public static int Times(string remark)
    {
        var match = Repeat().Match(remark);
        if (!match.Success)
        {
            return 0;
        }

        var digits = match.Groups["n"].Value;
        var times = digits.Length == 0 ? 2 : int.Parse(digits, CultureInfo.InvariantCulture);
        return Math.Clamp(times, 1, MostTimes);
    }

    /// <summary>Where a row ends in a bare "x2" or "2x": the row without it, and the times.</summary>
    public static (string Row, int Times) BareTimes(string row)
    {
        var match = TrailingTimes().Match(row);
        return match.Success ? (row[..match.Index], Times(match.Value.Trim())) : (row, 0);
    }

    /// <summary>True for what nobody sings: "guitar solo", "instrumental break", "laughs".</summary>
    public static bool IsRemark(string text)
    {
        var words = Words(text);
        return words.Exists(Core.Contains) && words.TrueForAll(word => Core.Contains(word) || IsFiller(word));
    }

    /// <summary>True for what somebody does: "phone rings", "clears throat", "laughing".</summary>
    public static bool IsAction(string text) =>
        IsRemark(text)
        || Words(text)
            .Exists(word =>
                word.Length > 3
                && !NoActions.Contains(word)
                && (
                    word.EndsWith("ing", StringComparison.Ordinal)
                    || (word[^1] == 's' && !word.EndsWith("ss", StringComparison.Ordinal))
                )
            );

    private static bool IsFiller(string word) => Fillers.Contains(word) || word.All(char.IsAsciiDigit);

    private static List<string> Words(string text) =>
        [
            .. text.ToLowerInvariant()
                .Split([' ', ',', '/', '.', '…'], StringSplitOptions.RemoveEmptyEntries)
                .Select(word => string.Concat(word.Where(char.IsLetterOrDigit)))
                .Where(word => word.Length > 0),
        ];

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(
        @"^\s*(?:[x×]\s*(?<n>\d{1,2})|(?<n>\d{1,2})\s*[x×]|repeat(?:ed)?(?:\s+(?:[x×]\s*)?(?<n>\d{1,2})\s*(?:[x×]|times)?|\s+twice)?|(?<n>\d{1,2})\s+times)[\s.!]*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Repeat();

    [GeneratedRegex(@"\s(?:[x×]\d|\d[x×])[\s.!]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TrailingTimes();
}
