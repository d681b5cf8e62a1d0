using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Analysis.Bench;

/// <summary>
/// The chords of every half second by the cosine of binary triads with plain pitch classes: what analysis without tuning, harmonics, beats or
/// memory gives (T. Fujishima 1999).
/// </summary>
internal static class PlainChords
{
    private const int Size = 8192;

    public static IReadOnlyList<ChordEstimate> Of(AudioBuffer audio)
    {
        var spectra = new PowerSpectra(audio, Size, audio.Rate / 2);
        var (first, second) = (new float[spectra.Bins], new float[spectra.Bins]);
        var chords = new List<ChordEstimate>();
        for (var frame = 0; frame < spectra.Count; frame += 2)
        {
            spectra.Pair(frame, first, second);
            chords.Add(Name(first, spectra, frame));
            chords.Add(Name(second, spectra, frame + 1));
        }

        return chords;
    }

    private static ChordEstimate Name(float[] power, PowerSpectra spectra, int frame)
    {
        var chroma = new double[12];
        for (var k = 1; k < power.Length; k++)
        {
            if (spectra.Hertz(k) is > 80 and < 2000)
            {
                var key = (int)Math.Round(69 + 12 * DeterministicMath.Log2(spectra.Hertz(k) / 440));
                chroma[key % 12] += Math.Sqrt(power[k]);
            }
        }

        var best = Enumerable
            .Range(0, 24)
            .MaxBy(c => chroma[c % 12] + chroma[(c + (c < 12 ? 4 : 3)) % 12] + chroma[(c + 7) % 12]);
        var quality = best < 12 ? ChordQuality.Major : ChordQuality.Minor;
        return new(frame / 2.0 - 0.25, frame / 2.0 + 0.25, "", best % 12, quality, 0);
    }
}
