using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace Troubadour.Lyrics;

/// <summary>
/// Turns lyrics as callers write them, tagged in any dialect or not at all, on one line or many, into sections of breath-long lines.
/// </summary>
public static partial class LyricsReader
{
    private const int LongestLineWords = 14;

    /// <summary>Reads the lyrics. Sections keep their order; empty lyrics give no sections.</summary>
    public static ImmutableArray<LyricSection> Read(string lyrics)
    {
        ArgumentNullException.ThrowIfNull(lyrics);
        var text = HanLines
            .Plain(WellFormed(lyrics))
            .Normalize(NormalizationForm.FormC)
            .Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace('\r', '\n');
        text = WithoutDirections(Directions.WithoutStarred(text));
        var blocks = Blocks(text);
        if (!blocks.Any(block => block.Kind is not null))
        {
            blocks = Guess(text);
        }

        var sections = ImmutableArray.CreateBuilder<LyricSection>();
        var source = 0;
        foreach (var (kind, body) in blocks)
        {
            var remarked = kind == "inst" && OpeningRemark().IsMatch(body);
            var rows = SectionRows.Read(remarked ? OpeningRemark().Replace(body, "") : body);
            if (kind is null && rows.Count == 0)
            {
                continue;
            }

            var lines = ImmutableArray.CreateBuilder<LyricLine>();
            foreach (var row in rows)
            {
                lines.AddRange(
                    Breaths(row.Text)
                        .Select(breath => new LyricLine(Asides.Merged(breath), source) { Delivery = row.Delivery })
                );
                source++;
            }

            ImmutableArray<string> written = [.. rows.Select(row => Asides.Hidden(row.Text))];
            sections.Add(new LyricSection(kind ?? "verse", lines.ToImmutable(), written) { IsRemarked = remarked });
        }

        return sections.ToImmutable();
    }

    /// <summary>
    /// The contract's normalised text: each tag on a line of its own, punctuation such as commas dropped, a remark such as
    /// "(Instrumental break)" after [inst] shown as a [verse] line.
    /// </summary>
    public static string Normalise(IEnumerable<LyricSection> sections)
    {
        ArgumentNullException.ThrowIfNull(sections);
        var lines = new List<string>();
        foreach (var section in sections)
        {
            lines.Add($"[{section.Kind}]");
            if (section.IsRemarked)
            {
                lines.Add("[verse]");
            }

            lines.AddRange(section.Written);
        }

        return string.Join('\n', lines);
    }

    /// <summary>The words to sing, without tags: for judging their script.</summary>
    public static string Words(string lyrics) => string.Join('\n', Read(lyrics).SelectMany(section => section.Written));

    private static List<(string? Kind, string Body)> Blocks(string text)
    {
        var blocks = new List<(string? Kind, string Body)>();
        string? kind = null;
        var delivery = "";
        var start = 0;
        foreach (Match match in Tag().Matches(text))
        {
            var tag = match.Groups["tag"].Value;
            if (SectionTags.KindOf(tag) is { } found)
            {
                Add(blocks, kind, delivery + text[start..match.Index]);
                start = match.Index + match.Length;
                kind = found;
                delivery = DeliveryWords.OfTag(tag) is { } asked ? Directions.Lasting(asked) : "";
            }
        }

        Add(blocks, kind, delivery + text[start..]);
        return blocks;
    }

    // A tag that names no section is a direction: nobody sings it. "[whispered]" holds until the next tag that follows words.
    private static string WithoutDirections(string text)
    {
        var delivery = Delivery.Usual;
        var end = 0;
        return Tag()
            .Replace(
                text,
                match =>
                {
                    var tag = match.Groups["tag"].Value;
                    var sung = text[end..match.Index].Any(char.IsLetterOrDigit);
                    end = match.Index + match.Length;
                    if (SectionTags.KindOf(tag) is not null || match.Groups["heading"].Success)
                    {
                        delivery = DeliveryWords.OfTag(tag) ?? Delivery.Usual;
                        return match.Value;
                    }

                    if (StageWords.Times(tag) > 0)
                    {
                        return $" ({tag}) ";
                    }

                    var before = delivery;
                    delivery = DeliveryWords.OfTag(tag) ?? (sung ? Delivery.Usual : before);
                    return delivery == before ? " " : Directions.Lasting(delivery);
                }
            );
    }

    // Half a surrogate pair and U+FFFE are no characters: normalising would throw on them.
    private static string WellFormed(string text) =>
        string.Concat(
            text.EnumerateRunes()
                .Select(rune => rune.Value == 0xFFFE || Directions.IsSign(rune.Value) ? " " : rune.ToString())
        );

    private static void Add(List<(string? Kind, string Body)> blocks, string? kind, string body)
    {
        if (kind is not null || body.Any(char.IsLetterOrDigit))
        {
            blocks.Add((kind, body));
        }
    }

    // Without tags: stanzas between blank lines, the one that returns is the chorus, else verse and chorus take turns.
    private static List<(string? Kind, string Body)> Guess(string text)
    {
        var stanzas = BlankLines().Split(text).Where(stanza => stanza.Any(char.IsLetterOrDigit)).ToList();
        if (stanzas.Count == 1)
        {
            stanzas =
            [
                .. SectionRows
                    .Read(stanzas[0])
                    .Chunk(4)
                    .Select(rows =>
                        string.Join(
                            '\n',
                            rows.Select(row => Directions.Lasting(row.Delivery) + Asides.Merged(row.Text))
                        )
                    ),
            ];
        }

        var keys = stanzas.ConvertAll(Letters);
        var returning = keys.GroupBy(key => key, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. stanzas.Select(
                (stanza, i) =>
                {
                    var isChorus = returning.Count > 0 ? returning.Contains(keys[i]) : i % 2 == 1;
                    return ((string?)(isChorus ? "chorus" : "verse"), stanza);
                }
            ),
        ];
    }

    /// <summary>The lines of a section that is written on one line: where that is too long for a line, its punctuation says where they were.</summary>
    internal static IEnumerable<string> Sentences(string row)
    {
        if (WordCount(row) <= LongestLineWords)
        {
            yield return row;
            yield break;
        }

        var pending = "";
        foreach (var piece in Clauses().Split(row).Select(piece => piece.Trim()).Where(piece => piece.Length > 0))
        {
            var joined = pending.Length == 0 ? piece : pending + " " + piece;
            if (WordCount(joined) < 4)
            {
                pending = joined;
                continue;
            }

            if (pending.Length > 0 && WordCount(joined) > LongestLineWords)
            {
                yield return pending;
                joined = piece;
            }

            pending = "";
            yield return joined;
        }

        if (pending.Length > 0)
        {
            yield return pending;
        }
    }

    private static IEnumerable<string> Breaths(string line)
    {
        if (Scripts.HasHan(line))
        {
            foreach (var breath in HanLines.Breaths(line))
            {
                yield return breath;
            }

            yield break;
        }

        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var parts = (words.Length + LongestLineWords - 1) / LongestLineWords;
        for (var i = 0; i < parts; i++)
        {
            var from = words.Length * i / parts;
            var to = words.Length * (i + 1) / parts;
            yield return string.Join(' ', words[from..to]);
        }
    }

    /// <summary>Letters, digits and what is said with them, apostrophes, hyphens, ampersands and parentheses.</summary>
    internal static string Clean(string row)
    {
        var kept = new StringBuilder(row.Length);
        for (var i = 0; i < row.Length; i++)
        {
            var c = row[i];
            var keep =
                char.IsLetterOrDigit(c)
                || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark
                || c is '-' or '&' or '(' or ')'
                || IsSpoken(row, i);
            kept.Append(
                keep ? c
                : c is '\'' or '’' or '`' ? '\''
                : ' '
            );
        }

        return string.Join(
            ' ',
            kept.ToString()
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Where(word => word.Any(c => char.IsLetterOrDigit(c) || c is '(' or ')') || word is "&" or "+")
        );
    }

    // Signs that are said with digits ("$5", "7:30", "100%"), and the dots of initials ("N.Y.C.").
    private static bool IsSpoken(string row, int i)
    {
        var before = i > 0 ? row[i - 1] : ' ';
        var after = i + 1 < row.Length ? row[i + 1] : ' ';
        return row[i] switch
        {
            '$' or '£' or '€' or '#' => char.IsDigit(after),
            '%' => char.IsDigit(before),
            ',' or ':' or '/' => char.IsDigit(before) && char.IsDigit(after),
            '.' => (char.IsDigit(before) && char.IsDigit(after)) || (IsInitial(row, i - 1) && IsInitial(row, i + 1)),
            '+' => before == ' ' && after == ' ',
            _ => false,
        };
    }

    private static bool IsInitial(string row, int i) =>
        i >= 0
        && i < row.Length
        && char.IsLetter(row[i])
        && (i == 0 || !char.IsLetterOrDigit(row[i - 1]))
        && (i + 1 == row.Length || !char.IsLetterOrDigit(row[i + 1]));

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static int WordCount(string text) =>
        Scripts.HasHan(text) ? HanLines.Count(text) : text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    [GeneratedRegex(
        @"[\[【](?<tag>[^\]】\n]{1,80})[\]】]|(?<heading>(?m:^[ \t]*(?<tag>(?i:intro|verse|pre-?chorus|chorus|refrain|hook|bridge|outro|主歌|副歌|前奏|间奏|間奏|桥段|橋段|尾声|尾聲|尾奏|导歌|導歌|预副歌|預副歌)[ \t]*\d*)[ \t]*:[ \t]*$))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Tag();

    [GeneratedRegex(@"\n[ \t]*\n", RegexOptions.CultureInvariant)]
    private static partial Regex BlankLines();

    [GeneratedRegex(@"(?<=[,.;!?])\s+|\s*/\s+|\s+[–—]\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Clauses();

    [GeneratedRegex(
        @"^\s*[(（][^()（）\n]*\b(break|solo|interlude|instrumental|outro|intro)\b[^()（）\n]*[)）]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex OpeningRemark();
}
