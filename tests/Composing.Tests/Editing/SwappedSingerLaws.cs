using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests.Editing;

/// <summary>What holds where a song gets another singer.</summary>
public class SwappedSingerLaws
{
    private static readonly Lazy<List<(Song Source, Song Swap)>> Shared = new(() =>
        [
            .. Sources.Sung.SelectMany(song =>
                Enumerable
                    .Range(0, 4)
                    .Select(n =>
                        n < 2 ? new SongBrief { Gender = (Gender)n, Seed = n } : new SongBrief { Seed = n + 40 }
                    )
                    .Select(brief => (song, Sources.Editor.SwapVocals(song, brief)))
            ),
        ]
    );

    [Fact]
    public void Players_chords_form_time_and_mix_are_the_sources_own() =>
        Corpus.AssertNone(
            from pair in Shared.Value
            where !Sources.IsSameBacking(pair.Source, pair.Swap)
            select Sources.Name(pair.Source)
        );

    [Fact]
    public void Words_and_rhythm_stay_and_the_melody_moves_by_octaves() =>
        Corpus.AssertNone(
            from pair in Shared.Value
            from phrases in pair.Source.Vocals.Zip(pair.Swap.Vocals)
            let moves = phrases.First.Notes.Zip(phrases.Second.Notes, (a, b) => b.Key - a.Key).Distinct().ToList()
            let still = phrases.Second with
            {
                Notes = phrases.First.Notes,
            }
            where
                pair.Source.Vocals.Length != pair.Swap.Vocals.Length
                || moves.Count != 1
                || moves[0] % 12 != 0
                || still != phrases.First
                || phrases
                    .First.Notes.Zip(phrases.Second.Notes)
                    .Any(n => n.Second with { Key = n.First.Key } != n.First)
            select $"{Sources.Name(pair.Source)}, '{phrases.First.Text}': {string.Join(' ', moves)}"
        );

    [Fact]
    public void Doubles_and_harmonies_move_with_their_lead() =>
        Corpus.AssertNone(
            from pair in Shared.Value
            from line in pair.Source.Vocals.Zip(pair.Swap.Vocals).GroupBy(p => p.First.Line)
            where line.Select(p => p.Second.Notes[0].Key - p.First.Notes[0].Key).Distinct().Count() > 1
            select $"{Sources.Name(pair.Source)}, line {line.Key}"
        );

    [Fact]
    public void The_melody_lies_where_the_singer_sings() =>
        Corpus.AssertNone(
            from pair in Shared.Value
            let range = pair.Swap.Voice!.Value.Gender == Gender.Female ? (Low: 55, High: 78) : (Low: 43, High: 68)
            let keys = Sources.Leads(pair.Swap).SelectMany(p => p.Notes).Select(n => n.Key).ToList()
            where keys.Min() < range.Low || keys.Max() > range.High
            select $"{Sources.Name(pair.Source)}: {keys.Min()} to {keys.Max()}"
        );

    [Fact]
    public void A_phrase_far_above_the_singer_is_folded_down_where_it_lies_well_there()
    {
        var song = Sources.Sung.First(s => s.Voice!.Value.Gender == Gender.Female);
        var high = song.Vocals.Where(p => p.Line == 3).Select(p => Sounding(p, 85)).ToList();
        var next = song.Vocals.Where(p => p.Line is 2 or 4).Select(p => Sounding(p, 73)).ToList();
        var others = song.Vocals.Where(p => p.Line is not (2 or 3 or 4));
        var source = song with
        {
            Vocals = [.. others.Concat(next).Concat(high).OrderBy(p => p.Layer).ThenBy(p => p.Line)],
        };
        var swap = Sources.Editor.SwapVocals(source, new SongBrief { Gender = Gender.Male, Seed = 1 });
        var shifts = Sources.Leads(source).Zip(Sources.Leads(swap)).ToDictionary(p => p.First.Line, Shift);
        Assert.Equal(-24, shifts[3]);
        Assert.All(shifts.Where(pair => pair.Key != 3), pair => Assert.Equal(-12, pair.Value));
    }

    [Fact]
    public void Who_is_not_asked_for_is_somebody_else_and_of_the_other_gender_about_as_often_as_not()
    {
        var all = (
            from song in Sources.Sung
            from seed in Enumerable.Range(0, 12)
            select (Old: song.Voice!.Value, New: Swap(song, new SongBrief { Seed = (100 * song.Brief.Seed) + seed }))
        ).ToList();
        Assert.All(all, pair => Assert.NotEqual(pair.Old, pair.New));
        var turned = all.Count(pair => pair.Old.Gender != pair.New.Gender) / (double)all.Count;
        Assert.InRange(turned, 0.35, 0.65);
        Assert.True(all.Select(pair => pair.New.Timbre).Distinct().Count() >= 6);
    }

    [Theory]
    [InlineData("raspy male vocals", Gender.Male, Timbre.Husky)]
    [InlineData("warm female voice", Gender.Female, Timbre.Warm)]
    public void Free_text_names_the_singer(string text, Gender gender, Timbre timbre) =>
        Assert.All(
            Sources.Sung,
            song =>
                Assert.Equal(
                    new VoiceSpec(gender, timbre),
                    Swap(song, new SongBrief { Description = text }) with
                    {
                        Person = 0,
                    }
                )
        );

    [Fact]
    public void A_wish_for_gender_alone_is_another_singer_too() =>
        Assert.All(
            Sources.Sung,
            song =>
            {
                var voice = song.Voice!.Value;
                var same = Swap(song, new SongBrief { Gender = voice.Gender, Seed = 2 });
                Assert.Equal(voice.Gender, same.Gender);
                Assert.NotEqual(voice.Timbre, same.Timbre);
            }
        );

    [Fact]
    public void The_brief_and_the_words_stay_true_and_takes_are_new() =>
        Corpus.AssertNone(
            from pair in Shared.Value
            let brief = pair.Swap.Brief
            where
                brief.Gender != pair.Swap.Voice!.Value.Gender
                || brief.Timbre != pair.Swap.Voice!.Value.Timbre
                || brief.Lyrics != pair.Source.Lyrics
                || brief.Seconds != pair.Source.Brief.Seconds
                || pair.Swap.Lyrics != pair.Source.Lyrics
                || pair.Swap.PartLyrics != pair.Source.PartLyrics
                || pair.Swap.TakeSeed != brief.Seed
            select Sources.Name(pair.Source)
        );

    [Fact]
    public void A_seed_swaps_the_same_way_each_time()
    {
        foreach (var song in Sources.Sung)
        {
            var brief = new SongBrief { Seed = 77 };
            Assert.Equal(
                Sources.Json(Sources.Editor.SwapVocals(song, brief)),
                Sources.Json(Sources.Editor.SwapVocals(song, brief))
            );
        }
    }

    [Fact]
    public void Where_nobody_sings_nobody_is_swapped() =>
        Assert.All(
            Sources.Played,
            song =>
            {
                Assert.Throws<BriefRefusedException>(() => Sources.Editor.SwapVocals(song, new SongBrief()));
                Assert.Throws<BriefRefusedException>(() =>
                    Sources.Editor.SwapVocals(song, Sources.Brief(Sources.More, 1))
                );
            }
        );

    private static VoiceSpec Swap(Song song, SongBrief brief) => Sources.Editor.SwapVocals(song, brief).Voice!.Value;

    private static VocalPhrase Sounding(VocalPhrase phrase, int key) =>
        phrase with
        {
            Notes = [.. phrase.Notes.Select(note => note with { Key = key })],
        };

    private static int Shift((VocalPhrase First, VocalPhrase Second) pair) =>
        pair.Second.Notes[0].Key - pair.First.Notes[0].Key;
}
