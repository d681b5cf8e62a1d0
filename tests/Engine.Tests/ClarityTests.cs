using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Engine.Tests;

public sealed class ClarityTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    // What sounds later than this after a word, and before the next, is the rooms' and the echoes'.
    private const double RingsAfter = 0.3;

    [Fact]
    public async Task The_usual_clarity_by_name_is_the_usual_mix_to_the_byte()
    {
        var (_, usual) = await fixture.MakeAsync(EngineFixture.Sung);
        var (_, named) = await fixture.MakeAsync(EngineFixture.Sung with { Clarity = 0.5 });

        Assert.Equal(Bytes(usual), Bytes(named));
    }

    [Fact]
    public async Task Clarity_brings_voice_and_presence_forward_and_takes_the_rooms_back()
    {
        var low = await MeasuredAsync(SongOrder.Compose(EngineFixture.Sung with { Clarity = 0 }), null);
        var usual = await MeasuredAsync(SongOrder.Compose(EngineFixture.Sung), null);
        var high = await MeasuredAsync(SongOrder.Compose(EngineFixture.Sung with { Clarity = 1 }), null);

        foreach (var (less, more) in (ReadOnlySpan<(Measures, Measures)>)[(low, usual), (usual, high)])
        {
            Assert.InRange(more.VoiceOverBand - less.VoiceOverBand, 1, 3);
            Assert.InRange(more.Presence - less.Presence, 0.7, 4);
            Assert.InRange(more.Rooms - less.Rooms, -6, -1.5);
        }
    }

    [Theory]
    [InlineData(OrderKind.SwapSound)]
    [InlineData(OrderKind.SwapVocals)]
    [InlineData(OrderKind.Cover)]
    public async Task Clarity_is_heard_in_whatever_finds_its_balance_anew(OrderKind kind)
    {
        var (_, folder) = await fixture.MakeAsync(EngineFixture.Sung);
        var brief = new SongBrief
        {
            Genres = ["Rock"],
            Gender = kind == OrderKind.SwapVocals ? Gender.Male : null,
            Seed = 2,
        };
        var source = Clip.Song(folder);
        var low = await MeasuredAsync(new SongOrder(kind, brief with { Clarity = 0 }), source);
        var high = await MeasuredAsync(new SongOrder(kind, brief with { Clarity = 1 }), source);

        // Beside held voices the band has to bring the whole to -14 LUFS, which leaves it half a decibel.
        var least = kind == OrderKind.SwapSound ? 0.15 : 0.5;
        Assert.True(high.VoiceOverBand > low.VoiceOverBand + least, $"{low} {high}");
        Assert.True(high.Presence > low.Presence + 0.2, $"{low} {high}");
    }

    private async Task<Measures> MeasuredAsync(SongOrder order, Song? source)
    {
        var (_, folder) = await fixture.MakeAsync(order, source);
        var (_, split) = await fixture.MakeAsync(new SongOrder(OrderKind.Stems, order.Brief), Clip.Song(folder));
        var voices = Path.Combine(split, StemNames.Folder("vocals"));
        var band = Clip.Master(Path.Combine(split, StemNames.Folder("instrumental")));
        using var file = File.OpenRead(Path.Combine(voices, "lyrics.json"));
        var vocals = Clip.Master(voices);
        Assert.InRange(LoudnessMeter.Of(Clip.Master(folder)).Integrated, -14.5, -13.5);
        return new Measures(
            LoudnessMeter.Of(vocals).Integrated - LoudnessMeter.Of(band).Integrated,
            Presence(Clip.Master(folder)),
            Rooms(vocals, LyricTimes.Read(file))
        );
    }

    // Power from 2 to 5 kHz against the whole, in decibels.
    private static double Presence(AudioBuffer sound)
    {
        var range = sound.Left.ToArray();
        new Biquad(BiquadCoefficients.HighPass(2000, BiquadCoefficients.Butterworth, sound.Rate)).Process(range);
        new Biquad(BiquadCoefficients.LowPass(5000, BiquadCoefficients.Butterworth, sound.Rate)).Process(range);
        return 10 * Math.Log10(range.Sum(s => (double)s * s) / sound.Left.Sum(s => (double)s * s));
    }

    // Power of what rings between the words against the words', in decibels.
    private static double Rooms(AudioBuffer voice, LyricTimes times)
    {
        var words = times.Lines.SelectMany(line => line.Words).OrderBy(word => word.Start).ToList();
        var (sung, rings) = (0.0, 0.0);
        for (var i = 0; i < words.Count; i++)
        {
            var next = i + 1 < words.Count ? words[i + 1].Start - 0.2 : voice.Seconds;
            sung += Power(voice, words[i].Start, words[i].End);
            rings += Power(voice, words[i].End + RingsAfter, Math.Min(next, words[i].End + 1.5));
        }

        return 10 * Math.Log10(rings / sung);
    }

    private static double Power(AudioBuffer sound, double from, double to)
    {
        var sum = 0.0;
        for (var i = (int)(from * sound.Rate); i < Math.Min(sound.Length, (int)(to * sound.Rate)); i++)
        {
            sum += sound.Left[i] * (double)sound.Left[i];
        }

        return sum;
    }

    private static byte[] Bytes(string folder) => File.ReadAllBytes(Path.Combine(folder, "master.wav"));

    private sealed record Measures(double VoiceOverBand, double Presence, double Rooms);
}
