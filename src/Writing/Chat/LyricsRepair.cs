using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Troubadour.Lyrics;

namespace Troubadour.Writing;

/// <summary>
/// Checks lyrics that somebody else wrote and repairs what can be repaired: tags are made the contract's, prose before them, markdown,
/// links and chords fall away, lines too long for a breath are parted, what is over the limits is cut at a section.
/// </summary>
/// <param name="pronouncer">Counts syllables.</param>
public sealed partial class LyricsRepair(Pronouncer pronouncer)
{
    private const int FewestSyllables = 3;
    private const int MostSyllables = 14;
    private const int MostLinesInSection = 12;

    private readonly Scanner _scanner = new(pronouncer);

    /// <summary>The lyrics repaired; null when too little is left: fewer than two sections, no chorus, no letters to sing.</summary>
    /// <param name="title">Any text; when nothing of it can be used, the chorus gives one.</param>
    /// <param name="lyrics">Any text.</param>
    public WrittenLyrics? Repair(string title, string lyrics)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(lyrics);
        var sections = Sections(lyrics);
        sections.RemoveAll(section => section.Lines.Count == 0);
        while (Length(sections) > WrittenLyrics.LongestLyrics)
        {
            sections.RemoveAt(sections.Count - 1);
        }

        var chorus = sections.Find(section => section.Tag == Form.Chorus);
        if (sections.Count < 2 || chorus.Lines is null)
        {
            return null;
        }

        var text = string.Join(
            "\n\n",
            sections.Select(section => $"[{section.Tag}]\n{string.Join('\n', section.Lines)}")
        );
        return new WrittenLyrics(Title(title, chorus.Lines[0]), text);
    }

    /// <summary>What is wrong with finished lyrics, in words for a log; empty for good ones.</summary>
    public ImmutableArray<string> Faults(WrittenLyrics written)
    {
        ArgumentNullException.ThrowIfNull(written);
        var faults = ImmutableArray.CreateBuilder<string>();
        if (written.Title.Length is 0 or > WrittenLyrics.LongestTitle)
        {
            faults.Add("the title is missing or too long");
        }

        if (written.Lyrics.Length > WrittenLyrics.LongestLyrics)
        {
            faults.Add("the lyrics are too long");
        }

        var sections = LyricsReader.Read(written.Lyrics);
        if (sections.Length < 2 || !sections.Any(section => section.Kind == "chorus"))
        {
            faults.Add("there are fewer than two sections or no chorus");
        }

        foreach (var line in sections.SelectMany(section => section.Written))
        {
            if (_scanner.Scan(line).Syllables is < FewestSyllables or > MostSyllables)
            {
                faults.Add($"a line cannot be sung in one breath: {line}");
            }
        }

        return faults.ToImmutable();
    }

    private static int Length(List<(string Tag, List<string> Lines)> sections) =>
        sections.Sum(section => section.Tag.Length + 4 + section.Lines.Sum(line => line.Length + 1));

    private List<(string Tag, List<string> Lines)> Sections(string lyrics)
    {
        var sections = new List<(string Tag, List<string> Lines)>();
        var isOpen = false;
        foreach (var row in lyrics.Split(['\n', '\r']).Select(row => row.Trim()))
        {
            if (Tag(row) is { } tag)
            {
                isOpen = tag.Length > 0;
                if (isOpen)
                {
                    sections.Add((tag, []));
                }
            }
            else if (isOpen && sections[^1].Lines.Count < MostLinesInSection)
            {
                sections[^1].Lines.AddRange(Lines(row));
            }
        }

        return sections;
    }

    // The contract's tag; empty for a section nobody sings or knows; null for a row that is no tag.
    private static string? Tag(string row)
    {
        var match = TagRow().Match(row);
        if (!match.Success)
        {
            return null;
        }

        return SectionTags.KindOf(match.Groups["tag"].Value) switch
        {
            "verse" => Form.Verse,
            "pre-chorus" => Form.Lift,
            "chorus" => Form.Chorus,
            "bridge" => Form.Bridge,
            "intro" => "Intro",
            "outro" => "Outro",
            _ => match.Groups["bracket"].Success ? "" : null,
        };
    }

    private IEnumerable<string> Lines(string row)
    {
        if (Fence().IsMatch(row) || Link().IsMatch(row) || !Pronouncer.IsSingable(row))
        {
            return [];
        }

        var plain = Spaces().Replace(Marks().Replace(row, " "), " ").Trim(' ', ',', ';', ':', '-', '.');
        return Breaths(plain).Where(line => _scanner.Scan(line).Syllables is >= FewestSyllables and <= MostSyllables);
    }

    private IEnumerable<string> Breaths(string line)
    {
        var count = _scanner.Scan(line).Syllables;
        if (count <= MostSyllables)
        {
            return [line];
        }

        var words = line.Split(' ');
        if (words.Length < 2 || count > 4 * MostSyllables)
        {
            return [];
        }

        var comma = Array.FindIndex(words, words.Length / 3, word => word.EndsWith(',')) + 1;
        var half = comma > 0 && comma < words.Length * 2 / 3.0 + 1 && comma < words.Length ? comma : words.Length / 2;
        return Breaths(string.Join(' ', words[..half]).TrimEnd(','))
            .Concat(Breaths(Wording.Capital(string.Join(' ', words[half..]))));
    }

    private static string Title(string title, string hook)
    {
        var plain = Spaces().Replace(Marks().Replace(title, " "), " ").Trim(' ', '.', ',', ':', '-');
        var chosen =
            plain.Length > 0 && Pronouncer.IsSingable(plain) && !Link().IsMatch(title)
                ? plain
                : Wording.Title(hook.Trim('.', ','));
        if (chosen.Length <= WrittenLyrics.LongestTitle)
        {
            return chosen;
        }

        var cut = chosen.LastIndexOf(' ', WrittenLyrics.LongestTitle);
        return chosen[..(cut > 0 ? cut : WrittenLyrics.LongestTitle)];
    }

    [GeneratedRegex(
        @"^[#*_>\s]*(?:(?<bracket>[\[(【])\s*(?<tag>[^\])】]{1,40})[\])】]|(?<tag>(?:pre-?\s?chorus|verse|chorus|bridge|hook|refrain|outro|intro)\s*\d{0,2}))[*_\s:]*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex TagRow();

    [GeneratedRegex(@"^\s*(?:```|---|===|\*\*\*|<)", RegexOptions.CultureInvariant)]
    private static partial Regex Fence();

    [GeneratedRegex(
        @"https?:|www\.|</?\w+|\w\.(?:com|org|net|io)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Link();

    // Markdown, list numbers, chords in brackets, remarks in brackets, anything that is no letter, digit or sung punctuation.
    [GeneratedRegex(
        @"\[[^\]]*\]|\([^)]*\)|^\s*\d+[.)]\s|^\s*[-•]\s|[^\p{L}\p{M}\p{N}\s'’,?!&.-]",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
