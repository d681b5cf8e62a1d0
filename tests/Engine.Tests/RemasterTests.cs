using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Engine.Tests;

public sealed class RemasterTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    [Fact]
    public async Task An_even_remaster_at_the_usual_detail_is_the_song_as_it_was_mixed_first()
    {
        var (_, first) = await fixture.MakeAsync(EngineFixture.Sung);
        var source = Clip.Song(first);
        var (made, again) = await fixture.MakeAsync(Orders.Remaster(3, 8), source);

        Assert.Equal(
            await File.ReadAllBytesAsync(Path.Combine(first, "master.wav")),
            await File.ReadAllBytesAsync(Path.Combine(again, "master.wav"))
        );
        Assert.Equal(8, made.Seed);
        Assert.Equal(EngineFixture.Sung.Seed, Clip.Song(again).TakeSeed);
        Assert.Equal(EngineFixture.Sung.Seed, Clip.Song(again).Brief.MaterialSeed);
    }

    [Fact]
    public async Task Each_step_of_detail_gives_a_brighter_and_wider_master_of_the_same_loudness_and_notes()
    {
        var (_, first) = await fixture.MakeAsync(EngineFixture.Sung);
        var source = Clip.Song(first);
        var (lastAir, lastWidth) = (double.NegativeInfinity, double.NegativeInfinity);
        for (var detail = 1; detail <= 5; detail++)
        {
            var (_, folder) = await fixture.MakeAsync(Orders.Remaster(detail, 2), source);
            var master = Clip.Master(folder);
            var (air, width) = (Air(master), Width(master));
            Assert.True(air > lastAir + 0.15, $"detail {detail}: air {air:F2} after {lastAir:F2} dB");
            Assert.True(width > lastWidth + 0.15, $"detail {detail}: width {width:F2} after {lastWidth:F2} dB");
            Assert.InRange(LoudnessMeter.Of(master).Integrated, -14.5, -13.5);
            Assert.True(source.Parts[0].Notes.AsSpan().SequenceEqual(Clip.Song(folder).Parts[0].Notes.AsSpan()));
            (lastAir, lastWidth) = (air, width);
        }
    }

    [Fact]
    public async Task An_odd_remaster_is_a_touch_brighter_and_wider_than_an_even_one_and_keeps_its_polish_in_edits()
    {
        var (_, first) = await fixture.MakeAsync(EngineFixture.Sung);
        var source = Clip.Song(first);
        var (_, even) = await fixture.MakeAsync(Orders.Remaster(3, 4), source);
        var (_, odd) = await fixture.MakeAsync(Orders.Remaster(3, 5), source);

        Assert.InRange(Air(Clip.Master(odd)) - Air(Clip.Master(even)), 0.1, 3);
        Assert.InRange(Width(Clip.Master(odd)) - Width(Clip.Master(even)), 0.2, 3);
        Assert.True(Clip.Song(odd).MixState!.Polish.IsBright);
        Assert.False(Clip.Song(even).MixState!.Polish.IsBright);
    }

    // Power over 6 kHz against the whole, in decibels, by a first difference taken twice.
    private static double Air(AudioBuffer sound)
    {
        var (high, all) = (0.0, 0.0);
        for (var i = 2; i < sound.Length; i++)
        {
            var x = sound.Left[i] - 2.0 * sound.Left[i - 1] + sound.Left[i - 2];
            high += x * x;
            all += (double)sound.Left[i] * sound.Left[i];
        }

        return 10 * Math.Log10(high / all);
    }

    private static double Width(AudioBuffer sound)
    {
        var (side, middle) = (0.0, 0.0);
        for (var i = 0; i < sound.Length; i++)
        {
            side += Math.Pow(sound.Left[i] - sound.Right[i], 2);
            middle += Math.Pow(sound.Left[i] + sound.Right[i], 2);
        }

        return 10 * Math.Log10(side / middle);
    }
}
