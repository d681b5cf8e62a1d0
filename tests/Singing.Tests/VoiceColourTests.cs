using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Singing.Tests;

public sealed class VoiceColourTests
{
    [Fact]
    public void The_eighteen_voices_differ_more_than_two_lines_of_one()
    {
        var voices = (
            from gender in Enum.GetValues<Gender>()
            from timbre in Enum.GetValues<Timbre>()
            select new VoiceSpec(gender, timbre)
        ).ToArray();
        Assert.Equal(18, voices.Length);
        var spectra = voices.Select(v => Spectrum(v, 1)).ToArray();
        var again = voices.Select(v => Spectrum(v, 2)).ToArray();
        var within = voices.Select((_, i) => Distance(spectra[i], again[i])).Max();
        for (var i = 0; i < voices.Length; i++)
        {
            for (var j = i + 1; j < voices.Length; j++)
            {
                var between = Distance(spectra[i], spectra[j]);
                Assert.True(
                    between > 3 * within,
                    $"{voices[i]} and {voices[j]}: {between:0.00} dB, one voice {within:0.00} dB"
                );
            }
        }
    }

    // Mean log spectrum of a line in third-octave bands, in dB.
    private static double[] Spectrum(VoiceSpec voice, long seed)
    {
        var sung = Fixtures.Singer.Sing(Fixtures.BoatSong(shift: voice.Gender == Gender.Male ? -12 : 0), voice, seed);
        var fft = new Fft(2048);
        var bands = new double[24];
        for (var start = 0; start + 2048 < sung.Samples.Length; start += 1024)
        {
            var (real, imaginary) = (sung.Samples[start..(start + 2048)], new float[2048]);
            fft.Forward(real, imaginary);
            for (var k = 8; k < 1024; k++)
            {
                var band = (int)(3 * Math.Log2(k / 8.0));
                bands[band] += real[k] * real[k] + imaginary[k] * imaginary[k];
            }
        }

        return [.. bands.Take(21).Select(b => 10 * Math.Log10(b + 1e-12))];
    }

    private static double Distance(double[] a, double[] b) =>
        Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Average());
}
