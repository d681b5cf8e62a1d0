using System.Text.Json;
using Troubadour.Composing.Measures;
using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests.Knobs;

/// <summary>How far the tune serves the words (<see cref="SongBrief.LyricsStrength"/>), at equal seeds.</summary>
public class WordsStrengthTests
{
    private const int Seeds = 8;
    private const double Clear = 0.8;
    private static readonly string[] Tags = ["rock", "piano ballad", "soul", "country"];
    private static readonly Lazy<IReadOnlyList<Song>> Low = new(() => Songs(0));
    private static readonly Lazy<IReadOnlyList<Song>> Usual = new(() => Songs(null));
    private static readonly Lazy<IReadOnlyList<Song>> High = new(() => Songs(1));

    [Fact]
    public void Stressed_syllables_come_to_strong_beats()
    {
        var trial = new Trial([.. Low.Value.Select(Stressed)], [.. High.Value.Select(Stressed)]);
        Assert.True(trial.Effect >= Clear && trial.Rising >= 0.8, trial.ToString());
        var (low, usual, high) = (trial.Low.Average(), Usual.Value.Average(Stressed), trial.High.Average());
        Assert.True(low < usual - 0.05 && usual < high - 0.01, $"{low:F3} {usual:F3} {high:F3}");
    }

    [Fact]
    public void Syllables_keep_to_one_note()
    {
        var trial = new Trial([.. High.Value.Select(NotesASyllable)], [.. Low.Value.Select(NotesASyllable)]);
        Assert.True(trial.Effect >= Clear && trial.Rising >= 0.8, trial.ToString());
        Assert.All(trial.Low, notes => Assert.Equal(1, notes));
        var usual = Usual.Value.Average(NotesASyllable);
        Assert.True(usual > 1 && usual < trial.High.Average());
    }

    [Fact]
    public void The_middle_is_the_houses_usual_way()
    {
        foreach (var seed in Enumerable.Range(0, 4))
        {
            var brief = Brief(Tags[seed], seed);
            Assert.Equal(Written(Room.Compose(brief)), Written(Room.Compose(brief with { LyricsStrength = 0.5 })));
        }
    }

    [Fact]
    public void Songs_stay_sound_at_both_ends() =>
        Corpus.AssertNone(
            from song in Low.Value.Concat(High.Value)
            from defect in Defects.Of(song)
            where defect.Count > 0 && !Excused(defect)
            select $"{song.Brief.Description}, {song.Brief.LyricsStrength}, seed {song.Brief.Seed}: {defect}"
        );

    [Fact]
    public void The_melody_is_about_as_good_at_both_ends()
    {
        var judge = new SongJudge(HumanReference.Shipped());
        double Melody(IReadOnlyList<Song> songs) =>
            songs.Select(song => judge.Judge(song).Melody).Where(double.IsFinite).Average();
        var usual = Melody(Usual.Value);
        Assert.True(Melody(Low.Value) > usual - 5, $"{Melody(Low.Value):F1} against {usual:F1}");
        Assert.True(Melody(High.Value) > usual - 5, $"{Melody(High.Value):F1} against {usual:F1}");
    }

    [Fact]
    public void Edits_know_it_too()
    {
        var editor = new SongEditor(Room.Library, Room.Pronouncer);
        var sources = Usual.Value.Where((_, i) => i % 4 == 0).ToList();
        double[] Shares(double strength) =>
            [
                .. sources.Select(song =>
                    Stressed(
                        editor.SwapVocals(
                            song,
                            new SongBrief
                            {
                                Lyrics = Editing.Sources.More,
                                LyricsStrength = strength,
                                Seed = 4,
                            }
                        )
                    )
                ),
            ];
        var trial = new Trial(Shares(0), Shares(1));
        Assert.True(trial.Effect > 0.3, trial.ToString());
    }

    [Fact]
    public void Where_nobody_sings_it_does_nothing()
    {
        var brief = Brief("rock", 3) with { IsVocal = false, Lyrics = "" };
        Assert.Equal(Written(Room.Compose(brief)), Written(Room.Compose(brief with { LyricsStrength = 1 })));
    }

    private static bool Excused(Defect defect) =>
        defect.Kind
            is "parallel fifths or octaves of voice and bass, more than a tenth of the chord changes"
                or "long sung note a semitone off its chord";

    private static IReadOnlyList<Song> Songs(double? strength) =>
        Room.ComposeAll(
            Tags.SelectMany(text =>
                Enumerable.Range(0, Seeds).Select(seed => Brief(text, seed) with { LyricsStrength = strength })
            )
        );

    private static SongBrief Brief(string text, int seed) =>
        new()
        {
            Lyrics = Words.Driving,
            Description = text,
            Seconds = 75,
            Seed = seed,
        };

    // The share of stressed syllables of content words that begin on the first or middle beat of a bar.
    private static double Stressed(Song song)
    {
        var (strong, all) = (0, 0);
        foreach (var phrase in Leads(song))
        {
            var stressed = phrase.Words.SelectMany(w => w.Syllables.Select(s => w.IsContent && s.Stress == 1)).ToList();
            foreach (var note in phrase.Notes.DistinctBy(note => note.Syllable).Where(n => stressed[n.Syllable]))
            {
                var slot = (note.Tick + Ticks.PerSixteenth / 2) / Ticks.PerSixteenth;
                strong += slot % (song.Meter.TicksPerBar / Ticks.PerSixteenth / 2) == 0 ? 1 : 0;
                all++;
            }
        }

        return (double)strong / all;
    }

    private static double NotesASyllable(Song song) =>
        Leads(song).Sum(phrase => phrase.Notes.Length)
        / (double)Leads(song).Sum(phrase => phrase.Words.Sum(word => word.Syllables.Length));

    private static IEnumerable<VocalPhrase> Leads(Song song) =>
        song.Vocals.Where(phrase => phrase is { Layer: VoiceLayer.Lead, Rap: false });

    private static byte[] Written(Song song) =>
        JsonSerializer.SerializeToUtf8Bytes(song with { Brief = new SongBrief() });
}
