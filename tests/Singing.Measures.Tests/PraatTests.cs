using Troubadour.Audio;

namespace Troubadour.Singing.Measures.Tests;

public sealed class PraatTests : IDisposable
{
    private const int Rate = 44100;
    private readonly string _folder = Directory.CreateTempSubdirectory("praat-tests").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [ToolFact("praat")]
    public void A_known_pitch_is_found_within_a_cent()
    {
        foreach (var hertz in (double[])[98, 220, 440 * Math.Pow(2, 0.1 / 12), 523.25, 698.5])
        {
            var track = Track(Signals.Tone(Rate, 0.8, _ => hertz));
            var cents = Median.Of(track.Between(0.2, 0.6).Select(f => 1200 * Math.Log2(f.Hertz / hertz)));
            Assert.InRange(cents, -1, 1);
        }
    }

    [ToolFact("praat")]
    public void Vibrato_keeps_its_middle_and_its_swing()
    {
        var track = Track(Signals.Tone(Rate, 2, t => 330 * Math.Pow(2, 35 * Math.Sin(2 * Math.PI * 5.5 * t) / 1200)));
        var cents = track.Between(0.2, 1.8).Select(f => 1200 * Math.Log2(f.Hertz / 330)).ToArray();
        Assert.InRange(Median.Of(cents), -2, 2);
        Assert.InRange(cents.Max(), 28, 37);
    }

    // The oracle is the mixture itself: a tone of known power in noise of known power.
    [ToolFact("praat")]
    public void A_known_harmonicity_is_found_within_two_decibels()
    {
        var tone = Signals.Tone(Rate, 1, _ => 220);
        foreach (var decibels in (double[])[8, 15, 25])
        {
            var noise = Signals.Noise(tone.Length, Signals.Power(tone) * Math.Pow(10, -decibels / 10));
            var track = Track([.. tone.Zip(noise, (t, n) => t + n)]);
            var heard = Median.Of(track.Between(0.2, 0.8).Select(f => f.Harmonicity));
            Assert.InRange(heard, decibels - 2, decibels + 2);
        }
    }

    [ToolFact("praat")]
    public void Silence_and_noise_are_unvoiced()
    {
        Assert.All(Track(new float[Rate]).Frames, f => Assert.Equal(0, f.Hertz));
        var noise = Track(Signals.Noise(Rate, 0.01));
        Assert.InRange(noise.Frames.Average(f => f.Hertz > 0 ? 1.0 : 0), 0, 0.1);
    }

    private VoiceTrack Track(float[] samples)
    {
        using (var writer = new WavWriter(File.Create(Path.Combine(_folder, "take.wav")), 1, Rate, WavFormat.Pcm16))
        {
            writer.Write(samples);
        }

        return Praat.Track(_folder, ["take"])[0];
    }
}
