using Troubadour.Audio;

namespace Troubadour.Analysis;

/// <summary>
/// How likely each fundamental is in each frame: the sum of the spectral peaks that lie on its partials, compressed (J. Salamon and E. Gómez
/// 2012, "Melody extraction from polyphonic music signals using pitch contour characteristics").
/// </summary>
internal sealed class SalienceFrames
{
    /// <summary>Fundamentals a semitone.</summary>
    public const int PerSemitone = 5;

    private const int Reach = 4;

    private readonly SalienceSettings _settings;
    private readonly float[] _rows;
    private readonly float[] _bell = new float[8 * Reach + 1];

    private SalienceFrames(int count, SalienceSettings settings)
    {
        (Count, _settings) = (count, settings);
        _rows = new float[count * settings.Bins];
        for (var i = 0; i < _bell.Length; i++)
        {
            var cos = DeterministicMath.Cos(Math.PI / 2 * i / _bell.Length);
            _bell[i] = (float)(cos * cos);
        }
    }

    /// <summary>Frames, <see cref="MiddleSpectra.Rate"/> a second.</summary>
    public int Count { get; }

    /// <summary>Fundamentals.</summary>
    public int Bins => _settings.Bins;

    /// <summary>The saliences of a frame.</summary>
    public ReadOnlySpan<float> this[int frame] => _rows.AsSpan(frame * Bins, Bins);

    /// <summary>The frequency of a fundamental, which may lie between two.</summary>
    public double Hertz(double bin) => _settings.LowestHz * DeterministicMath.Exp2(bin / (12 * PerSemitone));

    /// <summary>Measures a sound.</summary>
    public static SalienceFrames Of(
        AudioBuffer audio,
        SalienceSettings settings,
        double gain,
        CancellationToken cancellation
    )
    {
        var spectra = new MiddleSpectra(audio, settings.Size, MiddleSpectra.Rate, settings.Sides, gain);
        var frames = new SalienceFrames(spectra.Count, settings);
        var hertzPerBin = (double)audio.Rate / settings.Size;
        var magnitudes = new float[(int)(settings.HighestPeakHz / hertzPerBin) + 2];
        for (var frame = 0; frame < frames.Count; frame++)
        {
            cancellation.ThrowIfCancellationRequested();
            spectra.Read(frame, magnitudes);
            frames.Add(frame, magnitudes, hertzPerBin);
        }

        return frames;
    }

    private void Add(int frame, float[] magnitudes, double hertzPerBin)
    {
        var top = 0f;
        foreach (var value in magnitudes)
        {
            top = Math.Max(top, value);
        }

        var row = _rows.AsSpan(frame * Bins, Bins);
        var first = Math.Max(2, (int)(_settings.LowestHz / hertzPerBin) - 1);
        for (var k = first; k + 1 < magnitudes.Length; k++)
        {
            if (magnitudes[k] < 0.003f * top || magnitudes[k] < magnitudes[k - 1] || magnitudes[k] <= magnitudes[k + 1])
            {
                continue;
            }

            var place = k + Onsets.Vertex(magnitudes[k - 1], magnitudes[k], magnitudes[k + 1]);
            var hertz = place * hertzPerBin;
            var weight = Math.Sqrt(magnitudes[k]);
            if (hertz < _settings.FullHz)
            {
                weight *= hertz / _settings.FullHz;
            }

            Spread(row, hertz, weight);
        }
    }

    private void Spread(Span<float> row, double hertz, double weight)
    {
        var bin = 12 * PerSemitone * DeterministicMath.Log2(hertz / _settings.LowestHz);
        for (var h = 1; h <= _settings.Harmonics; h++)
        {
            var at = bin - s_octaves[h - 1];
            if (at < -Reach)
            {
                return;
            }

            for (var b = Math.Max(0, (int)Math.Ceiling(at - Reach)); b <= at + Reach && b < row.Length; b++)
            {
                row[b] += (float)weight * _bell[(int)(Math.Abs(b - at) * 8)];
            }

            weight *= _settings.Decay;
        }
    }

    private static readonly double[] s_octaves =
    [
        .. Enumerable.Range(1, 16).Select(h => 12 * PerSemitone * DeterministicMath.Log2(h)),
    ];
}
