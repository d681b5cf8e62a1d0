using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Engine.Tests;

public sealed class ReplacementTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    private static readonly SongOrder s_words = new(
        OrderKind.Replace,
        new SongBrief { Lyrics = "[verse]\nNobody knows the way from here", Seed = 8 }
    )
    {
        FromSeconds = 6,
        ToSeconds = 10,
    };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_replaced_part_leaves_all_else_to_the_bit_but_for_a_beat_at_each_end(bool sung)
    {
        var brief = sung ? EngineFixture.Sung : EngineFixture.Played with { Seconds = 30 };
        var order = sung
            ? s_words
            : s_words with
            {
                Brief = new SongBrief { IsVocal = false, Seed = 8 },
            };
        var (_, first) = await fixture.MakeAsync(brief);
        var (made, edited) = await fixture.MakeAsync(order, Clip.Song(first));

        var (source, song) = (Clip.Master(first), Clip.Master(edited));
        Assert.Equal(source.Length, song.Length);
        Assert.Equal(source.Seconds, made.Seconds, 0.01);
        var (from, to, beat) = Stretch(Clip.Song(edited));
        Assert.Equal(-240, Clip.Difference(source, song, 0, from - beat), 0.1);
        Assert.Equal(-240, Clip.Difference(source, song, to + beat, source.Length), 0.1);
        Assert.InRange(Clip.Difference(source, song, from, to), -40, 6);
        Assert.InRange(from / 44100.0, 3, 8);
        Assert.InRange(to / 44100.0, 8, 13);
    }

    [Fact]
    public async Task A_second_replacement_keeps_the_first()
    {
        var (_, first) = await fixture.MakeAsync(EngineFixture.Sung);
        var (_, second) = await fixture.MakeAsync(s_words, Clip.Song(first));
        var later = s_words with
        {
            Brief = new SongBrief { Seed = 9 },
            FromSeconds = 16,
            ToSeconds = 18,
        };
        var (_, third) = await fixture.MakeAsync(later, Clip.Song(second));
        var (before, after) = (Clip.Master(second), Clip.Master(third));
        var (from, to, beat) = Stretch(Clip.Song(third));
        Assert.Equal(-240, Clip.Difference(before, after, 0, from - beat), 0.1);
        Assert.Equal(-240, Clip.Difference(before, after, to + beat, before.Length), 0.1);
        Assert.NotNull(Clip.Song(third).PunchIn!.Before.PunchIn);
    }

    [Theory]
    [InlineData(StemSplit.Basic)]
    [InlineData(StemSplit.Full)]
    public async Task The_stems_of_a_song_with_a_replaced_part_sum_to_its_master(StemSplit split)
    {
        var (_, first) = await fixture.MakeAsync(EngineFixture.Sung);
        var (_, second) = await fixture.MakeAsync(s_words, Clip.Song(first));
        var master = Clip.Master(second);
        var sum = new AudioBuffer(master.Length, master.Rate);
        foreach (var stem in (await SplitAsync(Clip.Song(second), split)).Values)
        {
            Assert.Equal(master.Length, stem.Length);
            for (var i = 0; i < sum.Length; i++)
            {
                sum.Left[i] += stem.Left[i];
                sum.Right[i] += stem.Right[i];
            }
        }

        Assert.InRange(Clip.Difference(master, sum, 0, master.Length), -200, -80);
    }

    [Theory]
    [InlineData(OrderKind.SwapSound, "vocals")]
    [InlineData(OrderKind.SwapVocals, "instrumental")]
    public async Task Exchanging_one_side_of_a_song_with_a_replaced_part_leaves_the_other_to_the_bit(
        OrderKind kind,
        string stays
    )
    {
        var (_, first) = await fixture.MakeAsync(EngineFixture.Sung);
        var (_, second) = await fixture.MakeAsync(s_words, Clip.Song(first));
        var brief = new SongBrief
        {
            Genres = kind == OrderKind.SwapSound ? ["Rock"] : [],
            Gender = Gender.Male,
            Seed = 31,
        };
        var (_, third) = await fixture.MakeAsync(new SongOrder(kind, brief), Clip.Song(second));
        var before = (await SplitAsync(Clip.Song(second), StemSplit.Basic))[stays];
        var after = (await SplitAsync(Clip.Song(third), StemSplit.Basic))[stays];
        Assert.Equal(before.Left, after.Left);
        Assert.Equal(before.Right, after.Right);
        Assert.InRange(LoudnessMeter.Of(Clip.Master(third)).Integrated, -15, -13.3);
    }

    private static (int From, int To, int Beat) Stretch(Song song)
    {
        var map = new TimeMap(song.Tempos);
        var punch = song.PunchIn!;
        var from = map.SecondsAt(punch.From);
        return (
            (int)(from * SampleRate.House),
            (int)Math.Ceiling(map.SecondsAt(punch.To) * SampleRate.House),
            (int)Math.Ceiling((map.SecondsAt(punch.From + song.Meter.TicksPerPulse) - from) * SampleRate.House)
        );
    }

    private async Task<Dictionary<string, AudioBuffer>> SplitAsync(Song source, StemSplit split)
    {
        var order = new SongOrder(OrderKind.Stems, source.Brief) { Split = split };
        var (_, folder) = await fixture.MakeAsync(order, source);
        return StemNames
            .Of(split)
            .ToDictionary(name => name, name => Clip.Master(Path.Combine(folder, StemNames.Folder(name))));
    }
}
