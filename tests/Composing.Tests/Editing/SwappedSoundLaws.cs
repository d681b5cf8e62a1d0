using System.Collections.Immutable;
using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests.Editing;

/// <summary>What holds where the sound around a voice is swapped.</summary>
public class SwappedSoundLaws
{
    private static readonly string[] Styles = ["disco", "jazz", "trap", "country"];

    private static readonly Lazy<List<(Song Source, Song Swap)>> Shared = new(() =>
        [
            .. Sources
                .Sung.SelectMany((song, i) => Enumerable.Range(0, 2).Select(n => (song, style: Styles[(i + n) % 4])))
                .AsParallel()
                .AsOrdered()
                .Select(pair => (Mixed(pair.song), Swap(Mixed(pair.song), pair.style))),
        ]
    );

    [Fact]
    public void Nothing_of_the_voice_its_time_and_its_mix_changes() =>
        Corpus.AssertNone(
            from pair in Shared.Value
            let a = pair.Source
            let b = pair.Swap
            where
                a.Vocals != b.Vocals
                || a.Voice != b.Voice
                || a.Tempos != b.Tempos
                || a.Seconds != b.Seconds
                || a.From != b.From
                || a.Sections != b.Sections
                || a.Chords != b.Chords
                || a.Mix != b.Mix
                || a.MixState != b.MixState
                || a.Lyrics != b.Lyrics
                || (b.TakeSeed ?? b.Brief.Seed) != (a.TakeSeed ?? a.Brief.Seed)
            select Sources.Name(a)
        );

    [Fact]
    public void The_band_is_another() =>
        Corpus.AssertNone(
            from pair in Shared.Value
            where pair.Swap.Parts.Length < 3 || pair.Swap.Parts.Any(pair.Source.Parts.Contains)
            select Sources.Name(pair.Source)
        );

    [Fact]
    public void An_extensions_part_keeps_its_place()
    {
        var part = Sources.Editor.Extend(Sources.Sung[1], 40, Sources.Brief(Sources.More, 3));
        var swap = Swap(part, "disco");
        Assert.Equal((part.From, part.PartLyrics, part.TakeSeed), (swap.From, swap.PartLyrics, swap.TakeSeed));
        Assert.True(part.Vocals == swap.Vocals);
    }

    [Fact]
    public void New_words_after_a_new_band_swing_as_the_voice_did()
    {
        var straight = Sources.Sung.First(song => song.Style == "rock");
        var band = Swap(straight, "jazz");
        Assert.True(Room.Library.Styles["jazz"].Swing > 0.55);
        var words = Sources.Editor.SwapVocals(band, Sources.Brief(Sources.More, 3));
        Assert.All(
            Sources.Leads(words).SelectMany(phrase => phrase.Notes),
            note => Assert.Equal(0, note.Tick % Ticks.PerSixteenth)
        );
    }

    [Fact]
    public void Where_nobody_sings_there_is_nothing_to_keep() =>
        Assert.Throws<BriefRefusedException>(() => Swap(Sources.Played[0], "disco"));

    private static Song Mixed(Song song) => song with { MixState = new MixState([], [], 1, 0, new MixPolish()) };

    private static Song Swap(Song song, string style) =>
        Sources.Editor.SwapSound(
            song,
            new SongBrief { Styles = ImmutableSortedDictionary<string, double>.Empty.Add(style, 1), Seed = 8 }
        );
}
