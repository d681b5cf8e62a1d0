using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Singing.Tests;

/// <summary>
/// Measures timbres: the mean level of a line's vowels in third-octave bands from 170 Hz to 16 kHz, and distances as root mean squares
/// over bands in dB. What the words themselves do is taken out by subtracting what all eighteen voices make of the same line on average.
/// </summary>
internal static class TimbreMeter
{
    private const int Window = 2048;
    private const int First = 8;
    private const int Bands = 20;

    /// <summary>All eighteen singers, nobody in person.</summary>
    public static VoiceSpec[] Voices { get; } =
    [
        .. from gender in Enum.GetValues<Gender>()
        from timbre in Enum.GetValues<Timbre>()
        select new VoiceSpec(gender, timbre),
    ];

    /// <summary>The stanza's lines on two tunes each, sung by each voice: voices x lines x bands.</summary>
    public static double[][][] Sing(IReadOnlyList<VoiceSpec> voices) =>
        [
            .. voices
                .AsParallel()
                .AsOrdered()
                .WithDegreeOfParallelism(2)
                .Select(voice => Lines(voice.Gender).Select(line => Levels(voice, line)).ToArray()),
        ];

    /// <summary>The lines less their mean over the voices.</summary>
    public static double[][][] WithoutWords(double[][][] levels)
    {
        var means = Enumerable
            .Range(0, levels[0].Length)
            .Select(line => Mean([.. levels.Select(voice => voice[line])]))
            .ToArray();
        return [.. levels.Select(voice => voice.Select((line, i) => Less(line, means[i])).ToArray())];
    }

    public static double[] Mean(IReadOnlyList<double[]> rows) =>
        [.. Enumerable.Range(0, Bands).Select(b => rows.Average(row => row[b]))];

    public static double Distance(double[] a, double[] b) => Math.Sqrt(Less(a, b).Average(x => x * x));

    private static double[] Less(double[] a, double[] b) => [.. a.Zip(b, (x, y) => x - y)];

    private static IEnumerable<PhraseScore> Lines(Gender gender)
    {
        double[][] tunes =
        [
            [67, 69, 71, 69, 67, 64, 62, 60],
            [60, 62, 64, 67, 72, 69, 67, 64],
        ];
        double[] seconds = [0.4, 0.4, 0.6, 0.3, 0.5, 0.3, 0.4, 0.9];
        var shift = gender == Gender.Male ? -12 : 0;
        foreach (var words in Fixtures.Stanza)
        {
            foreach (var tune in tunes)
            {
                yield return Fixtures.Phrase(words, [.. tune.Select(pitch => pitch + shift)], seconds);
            }
        }
    }

    private static double[] Levels(VoiceSpec voice, PhraseScore line)
    {
        var sung = Fixtures.Singer.Sing(line, voice, 1);
        var fft = new Fft(Window);
        var frames = new List<double[]>();
        foreach (var vowel in sung.Phones.Where(phone => Phones.IsVowel(phone.Phone)))
        {
            var end = (int)((vowel.End - sung.Start) * Fixtures.Rate) - Window;
            for (var at = (int)((vowel.Start - sung.Start) * Fixtures.Rate); at < end; at += Window / 2)
            {
                frames.Add(Frame(fft, sung.Samples.AsSpan(at, Window)));
            }
        }

        return Mean(frames);
    }

    private static double[] Frame(Fft fft, ReadOnlySpan<float> samples)
    {
        var (real, imaginary) = (samples.ToArray(), new float[Window]);
        for (var i = 0; i < Window; i++)
        {
            real[i] *= (float)(0.5 - 0.5 * Math.Cos(2 * Math.PI * i / Window));
        }

        fft.Forward(real, imaginary);
        var powers = new double[Bands];
        for (var k = First; k < Window / 2; k++)
        {
            var band = (int)(3 * Math.Log2(k / (double)First));
            if (band < Bands)
            {
                powers[band] += real[k] * real[k] + imaginary[k] * imaginary[k];
            }
        }

        return [.. powers.Select(power => 10 * Math.Log10(power + 1e-12))];
    }
}
