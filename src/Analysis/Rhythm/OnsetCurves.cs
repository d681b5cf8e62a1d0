using Troubadour.Audio;

namespace Troubadour.Analysis;

/// <summary>
/// How strongly sounds begin, 100 times a second, by the rise of log-compressed magnitudes in twelfths of an octave against the largest of
/// three neighbours two frames before (S. Böck and G. Widmer 2013, "Maximum filter vibrato suppression for onset detection"). The level of
/// the whole sound does not matter. Beside the curves it keeps the mean spectrum of every tenth of a second for the form.
/// </summary>
internal sealed class OnsetCurves
{
    /// <summary>Values a second.</summary>
    public const int Rate = 100;

    /// <summary>Frames that one value of <see cref="Timbre"/> stands for.</summary>
    public const int FramesPerTimbre = 10;

    private const int Size = 2048;
    private const int Lag = 2;
    private const double LowHz = 140;
    private const double SnareHz = 1800;
    private const int TimbreBands = 20;

    private OnsetCurves(int count)
    {
        (Full, Low, High) = (new float[count], new float[count], new float[count]);
        Timbre = new float[count / FramesPerTimbre + 1][];
        for (var k = 0; k < Timbre.Length; k++)
        {
            Timbre[k] = new float[TimbreBands];
        }
    }

    /// <summary>The rise over all bands.</summary>
    public float[] Full { get; }

    /// <summary>The rise under 140 Hz, where bass drums are.</summary>
    public float[] Low { get; }

    /// <summary>The rise over 1,800 Hz, where snares and cymbals are.</summary>
    public float[] High { get; }

    /// <summary>Mean log magnitudes in 20 bands for every tenth of a second.</summary>
    public float[][] Timbre { get; }

    /// <summary>Frames.</summary>
    public int Count => Full.Length;

    /// <summary>Measures a sound.</summary>
    /// <param name="audio">The sound.</param>
    /// <param name="gain">Factor that brings it to the usual level.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static OnsetCurves Of(AudioBuffer audio, double gain, CancellationToken cancellation)
    {
        var spectra = new PowerSpectra(audio, Size, audio.Rate / Rate);
        var bank = new FilterBank((double)audio.Rate / Size, spectra.Bins, 30, 12);
        var curves = new OnsetCurves(spectra.Count);
        var history = new float[Lag + 1][];
        for (var k = 0; k < history.Length; k++)
        {
            history[k] = new float[bank.Count];
        }

        var (first, second) = (new float[spectra.Bins], new float[spectra.Bins]);
        for (var frame = 0; frame < spectra.Count; frame += 2)
        {
            cancellation.ThrowIfCancellationRequested();
            spectra.Pair(frame, first, second);
            curves.Take(frame, first, bank, history, gain);
            if (frame + 1 < spectra.Count)
            {
                curves.Take(frame + 1, second, bank, history, gain);
            }
        }

        return curves;
    }

    private void Take(int frame, float[] power, FilterBank bank, float[][] history, double gain)
    {
        var now = history[frame % history.Length];
        var before = history[(frame + 1) % history.Length];
        bank.Apply(power, now);
        var scale = 4 * gain / Size;
        for (var b = 0; b < now.Length; b++)
        {
            now[b] = (float)DeterministicMath.Log(1 + 200 * scale * Math.Sqrt(now[b]));
        }

        Rise(frame, now, before, bank.Centres);
        var timbre = Timbre[frame / FramesPerTimbre];
        for (var b = 0; b < now.Length; b++)
        {
            timbre[b * TimbreBands / now.Length] += now[b] / FramesPerTimbre;
        }
    }

    private void Rise(int frame, float[] now, float[] before, double[] centres)
    {
        var (full, low, high) = (0f, 0f, 0f);
        for (var b = 0; b < now.Length; b++)
        {
            var around = Math.Max(
                before[b],
                Math.Max(before[Math.Max(0, b - 1)], before[Math.Min(now.Length - 1, b + 1)])
            );
            var rise = frame < Lag ? 0 : Math.Max(0, now[b] - around);
            full += rise;
            low += centres[b] < LowHz ? rise : 0;
            high += centres[b] > SnareHz ? rise : 0;
        }

        (Full[frame], Low[frame], High[frame]) = (full, low, high);
    }
}
