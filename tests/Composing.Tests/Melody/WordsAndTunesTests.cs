using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests.Melody;

/// <summary>How tunes carry words, over all sung songs of the corpus in 4/4.</summary>
public class WordsAndTunesTests
{
    private static readonly Lazy<List<Sung>> All = new(() =>
        [.. Corpus.Sung.Where(song => song.Meter == Meter.Common).SelectMany(Syllables)]
    );

    [Fact]
    public void Stressed_syllables_of_long_words_lie_on_strong_beats_or_an_eighth_before()
    {
        var stressed = All.Value.Where(s => s.Stress == 1 && s.IsContent && s.InLongWord).ToList();
        Assert.True(stressed.Count > 1000);
        Assert.InRange(Share(stressed, s => s.IsStrong), 0.62, 1);
        Assert.InRange(Share(stressed, s => s.IsStrong || s.IsEarly), 0.7, 1);
    }

    [Fact]
    public void Unstressed_syllables_and_function_words_keep_off_strong_beats()
    {
        var unstressed = All.Value.Where(s => s.Stress == 0 && s.InLongWord);
        var function = All.Value.Where(s => !s.IsContent && !s.InLongWord);
        Assert.InRange(Share(unstressed, s => s.IsStrong), 0, 0.11);
        Assert.InRange(Share(function, s => s.IsStrong), 0, 0.2);
    }

    [Fact]
    public void Choruses_rise_over_verses_and_hold_the_summit()
    {
        var lifts = (
            from song in Corpus.Sung
            where !Leads(song).Any(phrase => phrase.Rap)
            let verse = Keys(song, "verse")
            let chorus = Keys(song, "chorus")
            where verse.Count > 0 && chorus.Count > 0
            select (Lift: chorus[chorus.Count / 2] - verse[verse.Count / 2], Summit: chorus[^1] >= verse[^1])
        ).ToList();
        Assert.InRange(lifts.Average(song => song.Lift), 3, 9);
        Assert.InRange(lifts.Count(song => song.Lift >= 3) / (double)lifts.Count, 0.9, 1);
        Assert.InRange(lifts.Count(song => song.Summit) / (double)lifts.Count, 0.95, 1);
    }

    [Fact]
    public void A_line_of_words_that_returns_is_nearly_the_same_tune()
    {
        var pairs = (
            from song in Corpus.Sung
            from twins in Leads(song).Where(phrase => !phrase.Rap).GroupBy(phrase => phrase.Text)
            let first = Shape(twins.First())
            from other in twins.Skip(1)
            select first.Intersect(Shape(other)).Count() / (double)first.Count
        ).ToList();
        Assert.True(pairs.Count > 200);
        Assert.InRange(pairs.Average(), 0.75, 0.995);
    }

    [Fact]
    public void Moves_are_those_of_sung_music()
    {
        var moves = Corpus
            .Sung.SelectMany(Leads)
            .Where(phrase => !phrase.Rap)
            .SelectMany(phrase => phrase.Notes.Zip(phrase.Notes.Skip(1), (a, b) => Math.Abs(b.Key - a.Key)))
            .ToList();
        Assert.InRange(moves.Count(move => move == 0) / (double)moves.Count, 0.15, 0.32);
        Assert.InRange(moves.Count(move => move is 1 or 2) / (double)moves.Count, 0.36, 0.55);
        Assert.InRange(moves.Count(move => move > 4) / (double)moves.Count, 0.08, 0.2);
        Assert.DoesNotContain(moves, move => move > 12);
    }

    [Fact]
    public void Two_seeds_sing_the_same_words_to_different_tunes()
    {
        var brief = new SongBrief
        {
            Lyrics = Words.Short,
            Genres = ["Pop"],
            Seconds = 45,
            Gender = Gender.Female,
        };
        var tunes = Enumerable
            .Range(0, 12)
            .Select(seed => Room.Compose(brief with { Seed = seed }))
            .Select(song => string.Join(' ', Leads(song).First().Notes.Select(note => note.Key - song.Key.Tonic)));
        Assert.True(tunes.Distinct().Count() >= 11);
    }

    private static IEnumerable<Sung> Syllables(Song song)
    {
        foreach (var phrase in Leads(song).Where(phrase => !phrase.Rap))
        {
            var syllables = phrase.Words.SelectMany(word => word.Syllables.Select(s => (word, s.Stress))).ToList();
            foreach (var onset in phrase.Notes.GroupBy(note => note.Syllable).Select(notes => notes.First()))
            {
                var (word, stress) = syllables[onset.Syllable];
                // Swing moves only what lies between the eighths or beats.
                var slot = (int)Math.Round((double)onset.Tick / Ticks.PerSixteenth) % 16;
                yield return new Sung(stress, word.IsContent, word.Syllables.Length > 1, slot % 8 == 0, slot % 8 == 6);
            }
        }
    }

    private static IEnumerable<VocalPhrase> Leads(Song song) => song.Vocals.Where(p => p.Layer == VoiceLayer.Lead);

    private static HashSet<(int, int)> Shape(VocalPhrase phrase) =>
        [.. phrase.Notes.Select(note => (note.Tick - phrase.Notes[0].Tick, note.Key - phrase.Notes[0].Key))];

    private static List<int> Keys(Song song, string kind) =>
        [
            .. song
                .Sections.Where(section => section.Kind == kind)
                .SelectMany(section =>
                    Leads(song)
                        .Where(p =>
                            p.Notes[^1].Tick >= section.Tick && p.Notes[^1].Tick < section.Tick + section.Length
                        )
                        .SelectMany(p => p.Notes)
                        .Select(note => note.Key - section.Transpose)
                )
                .Order(),
        ];

    private static double Share(IEnumerable<Sung> syllables, Func<Sung, bool> holds)
    {
        var list = syllables.ToList();
        return list.Count(holds) / (double)list.Count;
    }

    private sealed record Sung(int Stress, bool IsContent, bool InLongWord, bool IsStrong, bool IsEarly);
}
