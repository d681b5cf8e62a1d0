using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests.Editing;

/// <summary>What holds for every song of which a part was written anew.</summary>
public class ReplacementLaws
{
    private const string Words = "Every window is a story\nEvery story has an end";

    private static readonly (double From, double To)[] Parts = [(18.2, 33), (30, 61.5), (40, 41)];

    private static readonly Lazy<List<Edit>> Shared = new(() =>
        [
            .. Sources
                .All.SelectMany(song => Parts.SelectMany(part => ((string[])["", Words]).Select(w => (song, part, w))))
                .Where(edit => edit.w.Length == 0 || edit.part.To - edit.part.From > 12)
                .AsParallel()
                .AsOrdered()
                .Select(edit => Make(edit.song, edit.part.From, edit.part.To, edit.w)),
        ]
    );

    [Fact]
    public void Nothing_that_is_played_outside_changes() =>
        Corpus.AssertNone(
            from edit in Shared.Value
            from part in edit.Source.Parts
            let own = edit.Result.Parts.FirstOrDefault(p => p.Id == part.Id)
            where own is null || !Outside(part, edit).SequenceEqual(Outside(own, edit))
            select $"{edit}: {part.Id}"
        );

    [Fact]
    public void Nothing_is_played_outside_that_was_not() =>
        Corpus.AssertNone(
            from edit in Shared.Value
            from part in edit.Result.Parts
            where edit.Source.Parts.All(p => p.Id != part.Id) && Outside(part, edit).Count > 0
            select $"{edit}: {part.Id}"
        );

    [Fact]
    public void Form_chords_tempos_and_length_stay() =>
        Corpus.AssertNone(
            from edit in Shared.Value
            let a = edit.Source
            let b = edit.Result
            where
                !a.Sections.SequenceEqual(b.Sections)
                || !a.Chords.SequenceEqual(b.Chords)
                || !a.Tempos.SequenceEqual(b.Tempos)
                || a.Seconds != b.Seconds
                || b.TakeSeed != a.Brief.Seed
                || a.Mix != b.Mix
            select $"{edit}"
        );

    [Fact]
    public void Lines_outside_are_sung_as_they_were() =>
        Corpus.AssertNone(
            from edit in Shared.Value
            from phrase in edit.Source.Vocals
            let middle = Middle(phrase)
            where middle < edit.From - 4 || middle >= edit.To + 4
            where
                !edit.Result.Vocals.Any(p =>
                    p.Layer == phrase.Layer
                    && p.Text == phrase.Text
                    && p.Notes.SequenceEqual(phrase.Notes)
                    && p.Effort == phrase.Effort
                )
            select $"{edit}: '{phrase.Text}'"
        );

    [Fact]
    public void The_same_words_are_sung_to_another_tune()
    {
        var edits = Shared
            .Value.Where(edit => edit.Words.Length == 0 && edit.Source.Voice is not null)
            .Where(edit => edit.To - edit.From > 4 * edit.Source.Meter.TicksPerBar)
            .ToList();
        Corpus.AssertNone(
            from edit in edits
            where !Texts(edit.Source).SequenceEqual(Texts(edit.Result)) || edit.Source.Lyrics != edit.Result.Lyrics
            select $"{edit}: {string.Join(" / ", Texts(edit.Result))}"
        );
        var kept = edits
            .Where(edit => Inside(edit.Source, edit).Count > 8)
            .Select(edit =>
                (double)Inside(edit.Source, edit).Count(Inside(edit.Result, edit).Contains)
                / Inside(edit.Source, edit).Count
            )
            .ToList();
        Assert.True(kept.Average() < 0.4, $"{kept.Average():F2} of the notes are as they were");
    }

    [Fact]
    public void Other_words_stand_in_the_part_and_in_the_lyrics() =>
        Corpus.AssertNone(
            from edit in Shared.Value
            where edit.Words.Length > 0
            let inside = Sources
                .Leads(edit.Result)
                .Where(p => Middle(p) >= edit.From - 4 && Middle(p) < edit.To + 4)
                .Select(p => p.Text)
            let sung = Letters(string.Join(' ', Texts(edit.Result)))
            let shown = Letters(string.Join(' ', edit.Result.Lyrics.Split('\n').Where(row => !row.StartsWith('['))))
            where Letters(string.Join(' ', inside)) != Letters(edit.Words) || sung != shown
            select $"{edit}: {string.Join(" / ", inside)}\n{edit.Result.Lyrics}"
        );

    [Fact]
    public void Lead_lines_do_not_overlap_and_are_numbered_in_time() =>
        Corpus.AssertNone(
            from edit in Shared.Value
            let leads = Sources.Leads(edit.Result).ToList()
            from pair in leads.Zip(leads.Skip(1))
            where
                pair.First.Line + 1 != pair.Second.Line
                || pair.First.Notes[^1].Tick + pair.First.Notes[^1].Length > pair.Second.Notes[0].Tick
            select $"{edit}: '{pair.First.Text}' and '{pair.Second.Text}'"
        );

    [Fact]
    public void A_chorus_that_is_sung_anew_is_unlike_the_choruses_that_stay()
    {
        var song = Sources.Sung.First(s => s.Sections.Count(x => x.Kind == "chorus") > 1);
        var chorus = song.Sections.First(s => s.Kind == "chorus");
        var map = new TimeMap(song.Tempos);
        var edit = Make(song, map.SecondsAt(chorus.Tick), map.SecondsAt(chorus.Tick + chorus.Length), "");
        Assert.Equal((chorus.Tick, chorus.Tick + chorus.Length), (edit.From, edit.To));
        Assert.NotEqual(Inside(song, edit), Inside(edit.Result, edit));
    }

    [Fact]
    public void Seeds_differ_and_a_seed_makes_one()
    {
        foreach (var song in Sources.All)
        {
            var one = Sources.Json(Sources.Editor.Replace(song, 20, 40, Sources.Brief("", 1)));
            Assert.Equal(one, Sources.Json(Sources.Editor.Replace(song, 20, 40, Sources.Brief("", 1))));
            Assert.NotEqual(one, Sources.Json(Sources.Editor.Replace(song, 20, 40, Sources.Brief("", 2))));
        }
    }

    [Fact]
    public void A_part_of_an_extension_is_counted_from_its_clip()
    {
        var whole = Sources.Editor.Extend(Sources.Sung[0], 40, Sources.Brief(Sources.More, 3));
        var edited = Sources.Editor.Replace(whole, 0, 14, Sources.Brief(Words, 4));
        Assert.Equal(whole.From, edited.From);
        Assert.Equal(
            whole.Parts.Select(p => string.Join(' ', p.Notes.Where(n => n.Tick < whole.From))),
            edited.Parts.Take(whole.Parts.Length).Select(p => string.Join(' ', p.Notes.Where(n => n.Tick < whole.From)))
        );
        Assert.Contains("Every window is a story", edited.PartLyrics, StringComparison.Ordinal);
        Assert.DoesNotContain("windows down", edited.PartLyrics, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-3, 20)]
    [InlineData(30, 20)]
    [InlineData(5000, 6000)]
    [InlineData(double.NaN, 20)]
    public void Moments_outside_the_clip_are_refused(double from, double to) =>
        Assert.Throws<BriefRefusedException>(() => Sources.Editor.Replace(Sources.Sung[0], from, to, new SongBrief()));

    [Fact]
    public void Too_many_words_are_refused_with_the_bars_they_need()
    {
        var refusal = Assert.Throws<BriefRefusedException>(() =>
            Sources.Editor.Replace(Sources.Sung[0], 30, 36, Sources.Brief(Sources.More, 1))
        );
        Assert.Contains("bars", refusal.Message, StringComparison.Ordinal);
    }

    private static Edit Make(Song song, double from, double to, string words)
    {
        var map = new TimeMap(song.Tempos);
        var bar = song.Meter.TicksPerBar;
        var end = song.Sections[^1].Tick + song.Sections[^1].Length;
        int Line(double at) =>
            Enumerable.Range(0, (end / bar) + 1).Select(n => n * bar).MinBy(tick => Math.Abs(map.SecondsAt(tick) - at));
        var first = Math.Min(Line(from), end - bar);
        return new Edit(
            song,
            Sources.Editor.Replace(song, from, to, Sources.Brief(words, 77)),
            words,
            first,
            Math.Max(first + bar, Line(to))
        );
    }

    private static List<Note> Outside(Part part, Edit edit) =>
        [.. part.Notes.Where(note => note.Tick < edit.From || note.Tick >= Sources.Early(edit.Source, edit.To))];

    private static List<VocalNote> Inside(Song song, Edit edit) =>
        [
            .. Sources
                .Leads(song)
                .Where(p => Middle(p) >= edit.From && Middle(p) < edit.To)
                .SelectMany(p => p.Notes)
                .Select(note => note with { Syllable = 0, Length = 0 }),
        ];

    private static IEnumerable<string> Texts(Song song) => Sources.Leads(song).Select(phrase => phrase.Text);

    private static int Middle(VocalPhrase phrase) =>
        (phrase.Notes[0].Tick + phrase.Notes[^1].Tick + phrase.Notes[^1].Length) / 2;

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private sealed record Edit(Song Source, Song Result, string Words, int From, int To)
    {
        public override string ToString() => $"{Sources.Name(Source)} {From} to {To}, words '{Words}'";
    }
}
