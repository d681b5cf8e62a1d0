using System.Collections.Immutable;
using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests.Editing;

/// <summary>What holds where a voice or a band is added.</summary>
public class AddedLaws
{
    private static readonly string[] Styles = ["disco", "bossa-nova", "trap", "country"];

    private static readonly Lazy<List<(Song Source, Song Sung)>> Voices = new(() =>
        [
            .. Sources
                .Played.AsParallel()
                .AsOrdered()
                .Select(song => (song, Sources.Editor.AddVocals(song, Sources.Brief(Sources.More, 4)))),
        ]
    );

    private static readonly Lazy<List<(Song Source, Song Backed, string Style)>> Bands = new(() =>
        [
            .. Sources
                .Sung.SelectMany((song, i) => Enumerable.Range(0, 2).Select(n => (song, style: Styles[(i + n) % 4])))
                .AsParallel()
                .AsOrdered()
                .Select(pair => (pair.song, Back(pair.song with { Parts = [] }, pair.style), pair.style)),
        ]
    );

    [Fact]
    public void Players_stay_when_somebody_sings_and_melody_instruments_only_rest() =>
        Corpus.AssertNone(
            from pair in Voices.Value
            from part in pair.Source.Parts
            let own = pair.Sung.Parts.FirstOrDefault(p => p.Id == part.Id)
            let notes = own?.Notes ?? []
            where
                part.Role == PartRole.Lead
                    ? notes.Any(n => !part.Notes.Any(m => m.Tick == n.Tick && m.Key == n.Key && m.Length >= n.Length))
                    : !notes.SequenceEqual(part.Notes)
            select $"{Sources.Name(pair.Source)}: {part.Id}"
        );

    [Fact]
    public void No_melody_instrument_plays_where_the_voice_sings() =>
        Corpus.AssertNone(
            from pair in Voices.Value
            from phrase in Sources.Leads(pair.Sung)
            from part in pair.Sung.Parts
            where part.Role == PartRole.Lead
            where
                part.Notes.Any(n =>
                    n.Tick < phrase.Notes[^1].Tick + phrase.Notes[^1].Length && n.Tick + n.Length > phrase.Notes[0].Tick
                )
            select $"{Sources.Name(pair.Source)}: {part.Id} in '{phrase.Text}'"
        );

    [Fact]
    public void Form_chords_and_tempo_stay_when_somebody_sings() =>
        Corpus.AssertNone(
            from pair in Voices.Value
            where
                !pair.Source.Sections.SequenceEqual(pair.Sung.Sections)
                || !pair.Source.Chords.SequenceEqual(pair.Sung.Chords)
                || !pair.Source.Tempos.SequenceEqual(pair.Sung.Tempos)
                || pair.Source.Seconds != pair.Sung.Seconds
                || pair.Sung.Voice is null
                || !pair.Sung.Brief.IsVocal
            select Sources.Name(pair.Source)
        );

    [Fact]
    public void The_words_that_are_shown_are_sung() =>
        Corpus.AssertNone(
            from pair in Voices.Value
            let sung = Letters(string.Join(' ', Sources.Leads(pair.Sung).Select(p => p.Text)))
            let shown = Letters(string.Join(' ', pair.Sung.Lyrics.Split('\n').Where(row => !row.StartsWith('['))))
            where sung.Length == 0 || sung != shown
            select $"{Sources.Name(pair.Source)}: {pair.Sung.Lyrics}"
        );

    [Fact]
    public void A_sung_melody_lies_over_the_instrumentals_chords()
    {
        var shares = Voices.Value.Where(pair => !pair.Sung.Vocals.Any(p => p.Rap)).Select(pair => Inside(pair.Sung));
        var fresh = Sources.Sung.Where(song => !song.Vocals.Any(p => p.Rap)).Select(Inside);
        Assert.True(shares.Average() > fresh.Average() - 0.08, $"{shares.Average():F2} against {fresh.Average():F2}");
    }

    [Fact]
    public void Kinds_that_match_are_sung_over_each_other()
    {
        var song = Sources.Played.First(s =>
            s.Sections.Any(x => x is { Kind: "chorus", Bars: >= 8 }) && s.Sections[0].Kind != "chorus"
        );
        var words = "[chorus]\nSo carry me under the open sky\nCarry me where the seagulls fly";
        var sung = Sources.Editor.AddVocals(song, Sources.Brief(words, 1));
        var first = Sources.Leads(sung).First();
        var middle = (first.Notes[0].Tick + first.Notes[^1].Tick) / 2;
        Assert.Equal("chorus", song.Sections.Last(s => s.Tick <= middle).Kind);
    }

    [Fact]
    public void A_seed_makes_one_melody_and_another_seed_another()
    {
        foreach (var song in Sources.Played)
        {
            var one = Sources.Json(Sources.Editor.AddVocals(song, Sources.Brief(Sources.More, 1)));
            Assert.Equal(one, Sources.Json(Sources.Editor.AddVocals(song, Sources.Brief(Sources.More, 1))));
            Assert.NotEqual(one, Sources.Json(Sources.Editor.AddVocals(song, Sources.Brief(Sources.More, 2))));
        }
    }

    [Fact]
    public void The_voice_stays_to_the_note_over_a_new_band() =>
        Corpus.AssertNone(
            from pair in Bands.Value
            let vocals = pair
                .Source.Vocals.Zip(pair.Backed.Vocals)
                .All(p => p.First == p.Second || p.First.Notes.SequenceEqual(p.Second.Notes))
            where
                !vocals
                || pair.Source.Vocals.Length != pair.Backed.Vocals.Length
                || pair.Backed.TakeSeed != pair.Source.Brief.Seed
                || pair.Backed.Voice != pair.Source.Voice
                || pair.Backed.Lyrics != pair.Source.Lyrics
            select $"{Sources.Name(pair.Source)} over {pair.Style}"
        );

    [Fact]
    public void A_new_band_plays_the_styles_instruments_over_the_same_chords() =>
        Corpus.AssertNone(
            from pair in Bands.Value
            where
                pair.Backed.Style != pair.Style
                || pair.Backed.Parts.Length < 3
                || !pair.Source.Chords.SequenceEqual(pair.Backed.Chords)
                || !pair.Source.Tempos.SequenceEqual(pair.Backed.Tempos)
                || !pair.Source.Sections.SequenceEqual(pair.Backed.Sections)
                || pair.Source.Seconds != pair.Backed.Seconds
            select $"{Sources.Name(pair.Source)} over {pair.Style}: {pair.Backed.Parts.Length} parts"
        );

    [Fact]
    public void What_is_not_there_is_refused()
    {
        Assert.Throws<BriefRefusedException>(() => Back(Sources.Played[0], "disco"));
        Assert.Throws<BriefRefusedException>(() =>
            Sources.Editor.AddVocals(Sources.Sung[0], Sources.Brief("La la", 1))
        );
        Assert.Throws<BriefRefusedException>(() => Sources.Editor.AddVocals(Sources.Played[0], Sources.Brief("", 1)));
    }

    [Fact]
    public void Words_that_no_section_has_room_for_are_refused()
    {
        var jingle = Room.Compose(
            new SongBrief
            {
                IsVocal = false,
                Seconds = 2,
                Seed = 1,
            }
        );
        var words = "[verse]\nEvery one of these lines is a very long one for a singer to sing";
        Assert.Throws<LyricsDoNotFitException>(() => Sources.Editor.AddVocals(jingle, Sources.Brief(words, 1)));
    }

    private static Song Back(Song song, string style) =>
        Sources.Editor.AddBacking(
            song,
            new SongBrief { Styles = ImmutableSortedDictionary<string, double>.Empty.Add(style, 1), Seed = 8 }
        );

    private static double Inside(Song song)
    {
        var notes = Sources.Leads(song).SelectMany(p => p.Notes).ToList();
        var inside = notes.Where(n => song.Chords.Last(c => c.Tick <= Math.Max(n.Tick, 0)).Chord.Contains(n.Key));
        return inside.Sum(n => n.Length) / (double)notes.Sum(n => n.Length);
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
