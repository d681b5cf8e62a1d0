using System.Collections.Immutable;
using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>A song's lyrics row by row, with the sung phrases that each row was: for keeping the words of what is kept.</summary>
internal sealed class SungText
{
    private readonly List<(string Row, int First, int Count)> _rows = [];
    private readonly ImmutableArray<VocalPhrase> _phrases;

    /// <summary>Lays a song's phrases over its lyrics.</summary>
    public SungText(SourceSong source)
    {
        _phrases = source.Leads;
        if (!Lay(source.Song.Lyrics))
        {
            Spell(source);
        }
    }

    /// <summary>The rows of the first so many phrases; the last of these may have been cut to some of its words.</summary>
    public IEnumerable<string> Before(int phrases, VocalPhrase? cut = null)
    {
        var last = _rows.FindLastIndex(row => row.Count > 0 && row.First < phrases);
        for (var i = 0; i <= last; i++)
        {
            var (row, first, count) = _rows[i];
            yield return i < last || (first + count <= phrases && cut is null)
                ? row
                : Text(_phrases[first..phrases].SetItem(phrases - first - 1, cut ?? _phrases[phrases - 1]));
        }
    }

    /// <summary>The rows from a phrase on, with the tags that stand right over them.</summary>
    public IEnumerable<string> From(int phrase)
    {
        var start = _rows.FindIndex(row => row.Count > 0 && row.First + row.Count > phrase);
        if (start < 0)
        {
            yield break;
        }

        var (opening, first, count) = _rows[start];
        var tags = start;
        while (tags > 0 && _rows[tags - 1].Count == 0)
        {
            tags--;
        }

        for (var i = tags; i < start; i++)
        {
            yield return _rows[i].Row;
        }

        yield return first < phrase ? Text(_phrases[phrase..(first + count)]) : opening;
        for (var i = start + 1; i < _rows.Count; i++)
        {
            yield return _rows[i].Row;
        }
    }

    /// <summary>The words of a song's clip alone.</summary>
    public static string PartOf(SourceSong song)
    {
        var before = song.Leads.Count(phrase => SourceSong.Middle(phrase) < song.Song.From);
        return string.Join('\n', new SungText(song).From(before));
    }

    /// <summary>Sections as they are written, tags by their kinds.</summary>
    public static IEnumerable<string> Rows(IEnumerable<LyricSection> sections)
    {
        var text = LyricsReader.Normalise(sections);
        return text.Length == 0 ? [] : text.Split('\n');
    }

    private bool Lay(string lyrics)
    {
        var next = 0;
        foreach (var row in lyrics.Split('\n').Where(row => row.Length > 0))
        {
            var letters = Letters(row);
            var (count, sung) = (0, "");
            while (!IsTag(row) && next + count < _phrases.Length && sung.Length < letters.Length)
            {
                sung += Letters(_phrases[next + count].Text);
                count++;
            }

            count = sung == letters && count > 0 ? count : 0;
            _rows.Add((row, next, count));
            next += count;
        }

        return next == _phrases.Length;
    }

    private void Spell(SourceSong source)
    {
        _rows.Clear();
        var next = 0;
        foreach (var section in source.Song.Sections)
        {
            var count = source.LeadsIn(section.Tick, section.Tick + section.Length).Count();
            if (count > 0)
            {
                _rows.Add(($"[{section.Kind}]", next, 0));
            }

            for (var i = 0; i < count && next < _phrases.Length; i++, next++)
            {
                _rows.Add((_phrases[next].Text, next, 1));
            }
        }
    }

    private static bool IsTag(string row) => row.StartsWith('[');

    private static string Text(ImmutableArray<VocalPhrase> phrases) =>
        string.Join(' ', phrases.Select(phrase => phrase.Text));

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
