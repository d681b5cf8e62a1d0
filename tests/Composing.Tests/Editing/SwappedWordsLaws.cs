using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests.Editing;

/// <summary>What holds where other words are sung over a song's backing.</summary>
public class SwappedWordsLaws
{
    private const string Boats =
        "[verse]\nThe paper boats are sailing down along the gutter rain\n"
        + "The children call the captain's name and follow down the lane\n"
        + "[chorus]\nLeave a little light for the lonely tonight\nLeave it by the door till the morning is bright\n"
        + "[verse]\nThe kitchen clock is counting out the hours on the wall\nAnd somebody is waiting in the hall\n"
        + "[chorus]\nLeave a little light for the lonely tonight\nLeave it by the door till the morning is bright\n"
        + "[bridge]\nHold the line, the river is high\n";

    private static readonly Lazy<List<(Song Source, Song Swap, string Words)>> Shared = new(() =>
        [
            .. Sources
                .Sung.SelectMany(song => ((string[])[Boats, Sources.More]).Select(words => (song, words)))
                .AsParallel()
                .AsOrdered()
                .Select(pair => (pair.song, Swap(pair.song, pair.words, 7), pair.words)),
        ]
    );

    [Fact]
    public void Players_chords_form_time_and_mix_are_the_sources_own() =>
        Corpus.AssertNone(
            from pair in Shared.Value
            where !Sources.IsSameBacking(pair.Source, pair.Swap) || pair.Source.Voice != pair.Swap.Voice
            select Sources.Name(pair.Source)
        );

    [Fact]
    public void Every_new_line_is_sung_in_order_and_what_returns_is_a_chorus() =>
        Corpus.AssertNone(
            from pair in Shared.Value
            let lines = Lines(pair.Words)
            let sung = Sources.Leads(pair.Swap).Select(p => p.Text.ToLowerInvariant()).ToList()
            let inOrder = sung.Aggregate(
                0,
                (next, text) => next < lines.Count && Same(lines[next], text) ? next + 1 : next
            )
            let chorus = Choruses(pair.Words)
            let more = sung.Count - lines.Count
            where
                inOrder < lines.Count
                || sung.Any(text => !lines.Exists(line => Same(line, text)))
                || sung.Count(text => chorus.Exists(line => Same(line, text))) - chorus.Count != more
            select $"{Sources.Name(pair.Source)}: {inOrder} of {lines.Count} in {string.Join(" / ", sung)}"
        );

    [Fact]
    public void Nothing_is_sung_outside_the_sections_that_were_sung() =>
        Corpus.AssertNone(
            from pair in Shared.Value
            from phrase in pair.Swap.Vocals
            let section = Section(pair.Source, phrase)
            where !Sources.Leads(pair.Source).Any(own => Section(pair.Source, own) == section)
            select $"{Sources.Name(pair.Source)}: '{phrase.Text}' in {section.Kind}"
        );

    [Fact]
    public void Choruses_are_sung_over_choruses_and_verses_over_verses() =>
        Corpus.AssertNone(
            from pair in Shared.Value
            let chorus = Choruses(pair.Words)
            from phrase in Sources.Leads(pair.Swap)
            let isChorus = chorus.Exists(line => Same(line, phrase.Text.ToLowerInvariant()))
            let kind = Section(pair.Source, phrase).Kind
            where isChorus != (kind == "chorus")
            select $"{Sources.Name(pair.Source)}: '{phrase.Text}' in {kind}"
        );

    [Fact]
    public void The_tunes_are_still_the_sources()
    {
        var alike = Shared.Value.Select(pair => Alike(pair.Source, pair.Swap)).ToList();
        var strange = Sources
            .Sung.Where((_, i) => i % 2 == 0)
            .Select(song => Alike(song, Sources.Editor.Replace(song, 0, song.Seconds, new SongBrief { Seed = 3 })))
            .ToList();
        Assert.True(
            alike.Average() > 0.6 && alike.Average() > strange.Average() + 0.25,
            $"{alike.Average():F2}, other tunes {strange.Average():F2}"
        );
    }

    [Fact]
    public void The_new_lines_lie_as_well_over_the_chords_as_the_old_ones()
    {
        var old = Shared.Value.Average(pair => Inside(pair.Source));
        var now = Shared.Value.Average(pair => Inside(pair.Swap));
        Assert.True(now > old - 0.05, $"{now:F2} against {old:F2}");
    }

    [Fact]
    public void Lines_do_not_overlap_stay_in_range_and_are_no_faster_than_a_singer() =>
        Corpus.AssertNone(
            from pair in Shared.Value
            let map = new TimeMap(pair.Swap.Tempos)
            let range = pair.Swap.Voice!.Value.Gender == Gender.Female ? (Low: 55, High: 76) : (Low: 43, High: 68)
            let leads = Sources.Leads(pair.Swap).ToList()
            from i in Enumerable.Range(0, leads.Count)
            let phrase = leads[i]
            let last = phrase.Notes[^1]
            let count = phrase.Words.Sum(word => word.Syllables.Length)
            let seconds = map.SecondsAt(last.Tick + last.Length) - map.SecondsAt(phrase.Notes[0].Tick)
            let breach = i + 1 < leads.Count && last.Tick + last.Length > leads[i + 1].Notes[0].Tick ? "overlaps"
            : phrase.Line != i ? $"is number {phrase.Line}, not {i}"
            : phrase.Notes.Any(n => n.Key < range.Low || n.Key > range.High) ? "leaves the range"
            : count > 3 && count / seconds > (phrase.Rap ? 8 : 5.5) * 1.15 ? $"{count / seconds:F1} syllables a second"
            : phrase.Notes[0].Syllable != 0 || phrase.Notes[^1].Syllable != count - 1 ? "lacks a syllable"
            : null
            where breach is not null
            select $"{Sources.Name(pair.Source)}, '{phrase.Text}': {breach}"
        );

    [Fact]
    public void The_words_that_are_shown_are_sung() =>
        Corpus.AssertNone(
            from pair in Shared.Value
            let sung = Letters(string.Concat(Sources.Leads(pair.Swap).Select(p => p.Text)))
            let shown = Letters(string.Concat(pair.Swap.Lyrics.Split('\n').Where(row => !row.StartsWith('['))))
            where sung != shown || pair.Swap.Brief.Lyrics != pair.Swap.Lyrics
            select $"{Sources.Name(pair.Source)}: {pair.Swap.Lyrics}"
        );

    [Fact]
    public void Words_that_do_not_all_fit_lose_lines_at_the_end()
    {
        foreach (var song in Sources.Sung.Where((_, i) => i % 3 == 0))
        {
            var lines = Enumerable.Range(0, 150).Select(i => $"Number {i} is a line that I am singing now").ToList();
            var sung = Sources
                .Leads(Swap(song, "[verse]\n" + string.Join('\n', lines), 1))
                .Select(p => p.Text)
                .ToList();
            Assert.InRange(sung.Count, 12, 149);
            Assert.Equal(lines.Take(sung.Count), sung);
        }
    }

    [Fact]
    public void Words_of_which_no_line_fits_are_refused()
    {
        var line = string.Join(' ', Enumerable.Repeat("unimaginable", 14));
        var jingle = Room.Compose(
            new SongBrief
            {
                Lyrics = "[verse]\nLa la",
                Seconds = 8,
                Seed = 1,
            }
        );
        var refused = Assert.Throws<BriefRefusedException>(() => Swap(jingle, "[verse]\n" + line, 1));
        Assert.Contains("words", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_stays_is_sung_as_it_was()
    {
        var song = Sources.Sung[^1];
        var rows = song.Lyrics.Split('\n');
        rows[2] = "Radios were playing all the songs we shouted in";
        var swap = Swap(song, string.Join('\n', rows), 4);
        var changed = Sources
            .Leads(song)
            .Zip(Sources.Leads(swap))
            .Count(p => !p.First.Notes.SequenceEqual(p.Second.Notes));
        Assert.InRange(changed, 1, 3);
        Assert.Equal(song.TakeSeed ?? song.Brief.Seed, swap.TakeSeed);
    }

    [Fact]
    public void The_songs_own_words_mean_another_singer()
    {
        var song = Sources.Sung[0];
        var swap = Sources.Editor.SwapVocals(song, Sources.Brief(song.Lyrics, 5));
        Assert.NotEqual(song.Voice, swap.Voice);
        Assert.Equal(song.Lyrics, swap.Lyrics);
    }

    [Fact]
    public void Another_singer_may_sing_other_words()
    {
        foreach (var song in Sources.Sung.Where((_, i) => i % 4 == 0))
        {
            var gender = song.Voice!.Value.Gender == Gender.Female ? Gender.Male : Gender.Female;
            var swap = Sources.Editor.SwapVocals(song, Sources.Brief(Boats, 5) with { Gender = gender });
            Assert.Equal(gender, swap.Voice!.Value.Gender);
            Assert.True(Sources.IsSameBacking(song, swap));
            Assert.True(Alike(song, swap) > 0.35);
        }
    }

    [Fact]
    public void Words_of_a_new_part_are_swapped_in_it_alone()
    {
        foreach (var song in Sources.Sung.Where((_, i) => i % 4 == 1))
        {
            var part = Sources.Editor.Extend(song, 40, Sources.Brief(Sources.More, 3));
            var swap = Swap(part, Boats, 6);
            Assert.Equal(
                Sources.Leads(part).Where(p => p.Notes[^1].Tick < part.From),
                Sources.Leads(swap).Where(p => p.Notes[^1].Tick < part.From)
            );
            var own = Sources.Leads(swap).Where(p => p.Notes[^1].Tick >= part.From).Select(p => p.Text);
            var shown = swap.PartLyrics!.Split('\n').Where(row => !row.StartsWith('['));
            Assert.Equal(Letters(string.Concat(shown)), Letters(string.Concat(own)));
            Assert.StartsWith(Letters("The paper boats"), Letters(string.Concat(shown)), StringComparison.Ordinal);
            Assert.EndsWith(swap.PartLyrics, swap.Lyrics, StringComparison.Ordinal);
            Assert.True(Sources.IsSameBacking(part, swap));
        }
    }

    [Fact]
    public void A_seed_makes_one_swap()
    {
        foreach (var song in Sources.Sung.Where((_, i) => i % 3 == 0))
        {
            Assert.Equal(Sources.Json(Swap(song, Boats, 9)), Sources.Json(Swap(song, Boats, 9)));
        }
    }

    private static Song Swap(Song song, string words, long seed) =>
        Sources.Editor.SwapVocals(song, Sources.Brief(words, seed));

    private static List<string> Lines(string words) =>
        [.. words.Split('\n').Where(row => row.Length > 0 && row[0] != '[').Select(row => row.ToLowerInvariant())];

    private static List<string> Choruses(string words) =>
        [
            .. words
                .Split('[')
                .Where(block => block.StartsWith("chorus", StringComparison.Ordinal))
                .SelectMany(block => Lines(block[block.IndexOf('\n')..])),
        ];

    private static bool Same(string a, string b) => Letters(a) == Letters(b);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static SongSection Section(Song song, VocalPhrase phrase)
    {
        var middle = (phrase.Notes[0].Tick + phrase.Notes[^1].Tick + phrase.Notes[^1].Length) / 2;
        return song.Sections.First(section => middle < section.Tick + section.Length);
    }

    // The share of sixteenths in which both sing that are of the same pitch class.
    private static double Alike(Song a, Song b)
    {
        var (same, both) = (0, 0);
        var (one, other) = (Sounding(a), Sounding(b));
        foreach (var (slot, key) in one)
        {
            if (other.TryGetValue(slot, out var now))
            {
                both++;
                same += (key - now) % 12 == 0 ? 1 : 0;
            }
        }

        return (double)same / Math.Max(1, both);
    }

    private static Dictionary<int, int> Sounding(Song song)
    {
        var keys = new Dictionary<int, int>();
        foreach (var note in Sources.Leads(song).SelectMany(p => p.Notes))
        {
            for (var slot = note.Tick / Ticks.PerSixteenth; slot * Ticks.PerSixteenth < note.Tick + note.Length; slot++)
            {
                keys[slot] = note.Key;
            }
        }

        return keys;
    }

    private static double Inside(Song song)
    {
        var notes = Sources.Leads(song).SelectMany(p => p.Notes).ToList();
        var inside = notes.Where(n => song.Chords.Last(c => c.Tick <= Math.Max(n.Tick, 0)).Chord.Contains(n.Key));
        return inside.Sum(n => n.Length) / (double)notes.Sum(n => n.Length);
    }
}
