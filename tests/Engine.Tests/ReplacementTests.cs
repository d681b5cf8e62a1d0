using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Engine.Tests;

public sealed class ReplacementTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    [Fact]
    public async Task A_replaced_part_leaves_what_is_before_it_to_the_byte_and_what_is_after_its_tail_within_80_dB()
    {
        var (_, first) = await fixture.MakeAsync(EngineFixture.Played with { Seconds = 40 });
        var order = new SongOrder(OrderKind.Replace, new SongBrief { IsVocal = false, Seed = 8 })
        {
            FromSeconds = 8,
            ToSeconds = 12,
        };
        var (made, edited) = await fixture.MakeAsync(order, Clip.Song(first));

        Assert.Equal(40, made.Seconds, 0.01);
        var (source, song) = (Clip.Master(first), Clip.Master(edited));
        Assert.Equal(-240, Clip.Difference(source, song, 0, At(6)), 0.1);
        Assert.InRange(Clip.Difference(source, song, At(8), At(12)), -40, 6);
        Assert.InRange(Clip.Difference(source, song, At(21), source.Length), -240, -80);
    }

    private static int At(double second) => (int)(second * SampleRate.House);
}
