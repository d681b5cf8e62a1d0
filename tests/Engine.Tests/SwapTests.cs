using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Engine.Tests;

public sealed class SwapTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    private static readonly SongOrder s_sound = new(OrderKind.SwapSound, new() { Genres = ["Rock"], Seed = 31 });
    private static readonly SongOrder s_vocals = new(
        OrderKind.SwapVocals,
        new()
        {
            Gender = Gender.Male,
            Timbre = Timbre.Powerful,
            Seed = 32,
        }
    );

    [Fact]
    public async Task Exchanged_sound_leaves_the_vocal_stem_to_the_bit_and_the_song_as_loud_as_any()
    {
        var source = await MadeAsync(SongOrder.Compose(EngineFixture.Sung), null);
        var swapped = await MadeAsync(s_sound, source);

        var (before, after) = (await SplitAsync(source), await SplitAsync(swapped));
        AssertEqual(before, after, "vocals");
        AssertOther(before, after, "instrumental");
        Assert.Equal(MixHeld.Voices, swapped.MixState!.Held);
        Assert.InRange(Over(after), Over(before) - 2.5, Over(before) + 2.5);
    }

    [Fact]
    public async Task Exchanged_vocals_leave_the_instrumental_stem_to_the_bit()
    {
        var source = await MadeAsync(SongOrder.Compose(EngineFixture.Sung), null);
        var swapped = await MadeAsync(s_vocals, source);

        var (before, after) = (await SplitAsync(source), await SplitAsync(swapped));
        AssertEqual(before, after, "instrumental");
        AssertOther(before, after, "vocals");
        Assert.Equal(MixHeld.Band, swapped.MixState!.Held);
        Assert.InRange(Over(after), Over(before) - 2, Over(before) + 2);
    }

    [Fact]
    public async Task Each_link_of_a_chain_of_exchanges_holds_what_the_one_before_it_sounded_like()
    {
        var source = await MadeAsync(SongOrder.Compose(EngineFixture.Sung with { Genres = ["Folk"] }), null);
        var one = await MadeAsync(s_sound, source);
        var two = await MadeAsync(s_vocals, one);
        var three = await MadeAsync(
            s_sound with
            {
                Brief = new() { Genres = ["Jazz"], Seed = 33 },
            },
            two
        );
        var four = await MadeAsync(
            s_sound with
            {
                Brief = new() { Genres = ["Electronic"], Seed = 34 },
            },
            three
        );

        var stems = new List<Dictionary<string, AudioBuffer>>();
        foreach (var song in (Song[])[source, one, two, three, four])
        {
            stems.Add(await SplitAsync(song));
        }

        AssertEqual(stems[0], stems[1], "vocals");
        AssertEqual(stems[1], stems[2], "instrumental");
        AssertEqual(stems[2], stems[3], "vocals");
        AssertEqual(stems[3], stems[4], "vocals");
        AssertOther(stems[1], stems[2], "vocals");
        AssertOther(stems[3], stems[4], "instrumental");
    }

    [Theory]
    [InlineData(StemSplit.Basic)]
    [InlineData(StemSplit.Full)]
    public async Task The_stems_of_an_exchanged_song_sum_to_its_stored_master(StemSplit split)
    {
        var source = await MadeAsync(SongOrder.Compose(EngineFixture.Sung), null);
        var (_, folder) = await fixture.MakeAsync(s_sound, source);
        var master = Clip.Master(folder);
        var sum = new AudioBuffer(master.Length, master.Rate);
        foreach (var stem in (await SplitAsync(Clip.Song(folder), split)).Values)
        {
            for (var i = 0; i < sum.Length; i++)
            {
                sum.Left[i] += stem.Left[i];
                sum.Right[i] += stem.Right[i];
            }
        }

        Assert.InRange(Clip.Difference(master, sum, 0, master.Length), -200, -80);
    }

    [Fact]
    public async Task A_song_from_before_gains_were_kept_and_one_whose_gains_are_damaged_are_exchanged_as_any()
    {
        var source = await MadeAsync(SongOrder.Compose(EngineFixture.Sung), null);
        var state = source.MixState!;
        var old = state with { Gains = null };
        var torn = state with { Gains = new MixGains(state.Gains!.Voices[..20]) };
        var stems = await SplitAsync(source);
        foreach (var other in (MixState[])[old, torn])
        {
            var swapped = await MadeAsync(s_sound, source with { MixState = other });
            AssertEqual(stems, await SplitAsync(swapped), "vocals");
        }
    }

    [Fact]
    public async Task A_song_whose_held_gains_are_damaged_is_mixed_anew()
    {
        var source = await MadeAsync(SongOrder.Compose(EngineFixture.Sung), null);
        var swapped = await MadeAsync(s_sound, source);
        var torn = swapped with { MixState = swapped.MixState! with { Gains = new MixGains(new byte[] { 1, 2, 3 }) } };
        var again = await SplitAsync(torn);

        Assert.True(Clip.Peak(again["vocals"]) > 0.05);
        Assert.True(Clip.Peak(again["instrumental"]) > 0.05);
    }

    [Fact]
    public async Task A_replacement_in_an_exchanged_song_leaves_what_comes_before_it_to_the_bit()
    {
        var source = await MadeAsync(SongOrder.Compose(EngineFixture.Sung), null);
        var (_, first) = await fixture.MakeAsync(s_sound, source);
        var swapped = Clip.Song(first);
        var order = new SongOrder(OrderKind.Replace, new SongBrief { Seed = 41 }) { FromSeconds = 12, ToSeconds = 18 };
        var (_, second) = await fixture.MakeAsync(order, swapped);

        Assert.Equal(MixHeld.Voices, Clip.Song(second).MixState!.Held);
        Assert.InRange(Clip.Difference(Clip.Master(first), Clip.Master(second), 0, 9 * 44100), -240, -200);
        Assert.True(Clip.Difference(Clip.Master(first), Clip.Master(second), 12 * 44100, 18 * 44100) > -40);
    }

    [Fact]
    public async Task An_exchanged_song_goes_on_as_any_other_and_its_whole_can_be_exchanged_again()
    {
        var source = await MadeAsync(SongOrder.Compose(EngineFixture.Sung), null);
        var swapped = await MadeAsync(s_sound, source);
        var brief = new SongBrief
        {
            Lyrics = "[verse]\nThe evening falls on empty stations\nAnd I am walking in the rain",
            Seconds = 14,
            Seed = 21,
        };
        var extend = new SongOrder(OrderKind.Extend, brief) { FromSeconds = 18 };
        var (_, part) = await fixture.MakeAsync(extend, swapped);
        var (_, whole) = await fixture.MakeAsync(extend with { IsWhole = true }, swapped);
        var again = await MadeAsync(s_vocals, Clip.Song(whole));

        var (end, all) = (Frames(part), Frames(whole));
        Assert.True(all.AsSpan(all.Length - end.Length).SequenceEqual(end));
        Assert.Equal(MixHeld.None, Clip.Song(whole).MixState!.Held);
        AssertEqual(await SplitAsync(Clip.Song(whole)), await SplitAsync(again), "instrumental");
    }

    private async Task<Song> MadeAsync(SongOrder order, Song? source)
    {
        var (_, folder) = await fixture.MakeAsync(order, source);
        var master = Clip.Master(folder);
        Assert.InRange(LoudnessMeter.Of(master).Integrated, -14.5, -13.5);
        Assert.InRange(TruePeakMeter.Of(master).Decibels, -12, -0.5);
        return Clip.Song(folder);
    }

    private async Task<Dictionary<string, AudioBuffer>> SplitAsync(Song source, StemSplit split = StemSplit.Basic)
    {
        var order = new SongOrder(OrderKind.Stems, source.Brief) { Split = split };
        var (_, folder) = await fixture.MakeAsync(order, source);
        return StemNames
            .Of(split)
            .ToDictionary(name => name, name => Clip.Master(Path.Combine(folder, StemNames.Folder(name))));
    }

    private static double Over(Dictionary<string, AudioBuffer> stems) =>
        LoudnessMeter.Of(stems["vocals"]).Integrated - LoudnessMeter.Of(stems["instrumental"]).Integrated;

    private static void AssertEqual(
        Dictionary<string, AudioBuffer> before,
        Dictionary<string, AudioBuffer> after,
        string name
    )
    {
        Assert.True(Clip.Peak(before[name]) > 0.05);
        Assert.Equal(before[name].Left, after[name].Left);
        Assert.Equal(before[name].Right, after[name].Right);
    }

    private static void AssertOther(
        Dictionary<string, AudioBuffer> before,
        Dictionary<string, AudioBuffer> after,
        string name
    ) => Assert.True(Clip.Difference(before[name], after[name], 0, before[name].Length) > -20, name);

    private static byte[] Frames(string folder) => File.ReadAllBytes(Path.Combine(folder, "master.wav"))[44..];
}
