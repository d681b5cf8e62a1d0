using System.Runtime.Intrinsics;
using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Singing;

/// <summary>
/// Source-filter synthesis at the voice's rate: each frame's stretch of pulses and noise goes through the minimum-phase response of its
/// cepstrum, pulses and noise in the shares of the sound's kind, frames overlapping by halves under Hann windows. The idea of mixing periodic and
/// aperiodic spectra a frame is that of WORLD (Morise, Yokomori and Ozawa 2016).
/// </summary>
internal sealed class Vocoder
{
    private const int Length = 1024;
    private const double DispersionStart = 4000;
    private const double DispersionDepth = 0.0006;
    private const double DispersionPeriod = 2800;
    private const double LiftOctaves = 2;
    private const double LiftRest = 0.5;
    private const double UnvoicedShare = 0.3;
    private const int HeldFrames = 3;
    private const int KeptCoefficients = 24;
    private const double NeperPerDecibel = 0.11512925464970229;

    private static readonly Vector256<int> s_backwards = Vector256.Create(7, 6, 5, 4, 3, 2, 1, 0);

    private readonly HtsVoice _voice;
    private readonly EnvelopeTable _table;
    private readonly Aperiodicity _aperiodicity;
    private readonly bool _vocoded;
    private readonly Fft _fft = new(Length);
    private readonly float[] _window;
    private readonly float[] _octaves;
    private readonly float[] _lift;
    private readonly float[] _colour;
    private readonly float[] _dispersion;
    private readonly float[] _real = new float[Length];
    private readonly float[] _imaginary = new float[Length];
    private readonly float[] _filterReal;
    private readonly float[] _filterImaginary;
    private readonly float[] _cepstrum;
    private readonly float[][] _spectra;

    /// <summary>Prepares the tables of a voice in a colour. One thread at a time.</summary>
    public Vocoder(HtsVoice voice, VoiceColour colour, EnvelopeTable table)
    {
        _voice = voice;
        _table = table;
        _vocoded = colour.IsVocoded;
        var nyquist = voice.SampleRate / 2.0;
        _aperiodicity = new Aperiodicity(table.Bins, table.Stride, nyquist, colour.Breath);
        _window = new float[2 * voice.FramePeriod];
        for (var i = 0; i < _window.Length; i++)
        {
            _window[i] = (float)(0.5 - 0.5 * DeterministicMath.Cos(2 * Math.PI * i / _window.Length));
        }

        (_octaves, _lift) = (new float[table.Stride], new float[table.Stride]);
        (_colour, _dispersion) = (new float[table.Stride], new float[table.Stride]);
        for (var k = 0; k < table.Bins; k++)
        {
            var hertz = nyquist * k / (table.Bins - 1);
            var octaves = DeterministicMath.Log2(Math.Max(hertz, 100) / 1000);
            _octaves[k] = (float)(NeperPerDecibel * octaves);
            _lift[k] = (float)(NeperPerDecibel * Lift(octaves));
            _colour[k] = (float)(NeperPerDecibel * ColourCurve.At(colour, hertz));
            _dispersion[k] = (float)Dispersion(hertz);
        }

        _filterReal = new float[table.Stride];
        _filterImaginary = new float[table.Stride];
        _cepstrum = new float[voice.Spectrum.Order];
        _spectra = [new float[table.Bins], new float[table.Bins], new float[table.Bins], new float[table.Bins]];
    }

    /// <summary>Bins a spectrum of the vocoder has.</summary>
    public static int BinCount => Length / 2 + 1;

    /// <summary>Level of the band below the Nyquist frequency by frame, for extending the band above it.</summary>
    public float[] TopBand { get; private set; } = [];

    /// <summary>Renders a phrase.</summary>
    /// <param name="track">Cepstra.</param>
    /// <param name="controls">Pitch, voicing, gain and tilt, as many frames.</param>
    /// <param name="random">The take's noise.</param>
    /// <returns>Mono samples at the voice's rate; frame t is centred on sample t x frame period.</returns>
    public float[] Render(SpectralTrack track, ControlTrack controls, RandomStream random)
    {
        var hop = _voice.FramePeriod;
        var source = Excitation.Make(controls, hop, _voice.SampleRate, _vocoded, random);
        var output = new float[controls.Length * hop + Length + hop];
        TopBand = new float[controls.Length];
        for (var t = 0; t < controls.Length; t += 2)
        {
            var first = Filter(track, controls, source, t, _spectra[0], _spectra[1]);
            var second = t + 1 < controls.Length && Filter(track, controls, source, t + 1, _spectra[2], _spectra[3]);
            if (!second)
            {
                _spectra[2].AsSpan().Clear();
                _spectra[3].AsSpan().Clear();
            }

            if (first || second)
            {
                AddBoth(output, t * hop, hop);
            }
        }

        // The output starts one hop before frame 0.
        return output[hop..(hop + controls.Length * hop)];
    }

    private bool Filter(
        SpectralTrack track,
        ControlTrack controls,
        Excitation source,
        int t,
        float[] outReal,
        float[] outImaginary
    )
    {
        if (double.IsNegativeInfinity(controls.Gain[t]))
        {
            outReal.AsSpan().Clear();
            outImaginary.AsSpan().Clear();
            return false;
        }

        Shape(track, controls, t);
        var start = t * _voice.FramePeriod;
        FrameMath.Multiply(_window, source.Pulses.AsSpan(start, _window.Length), _real);
        FrameMath.Multiply(_window, source.Noise.AsSpan(start, _window.Length), _imaginary);
        _real.AsSpan(_window.Length).Clear();
        _imaginary.AsSpan(_window.Length).Clear();
        _fft.Forward(_real, _imaginary);
        var kind = controls.Class[t];
        Mix(controls.Voiced[t], _aperiodicity.Pulses(kind), _aperiodicity.Noises(kind), outReal, outImaginary);
        return true;
    }

    // One transform holds both sources: pulses in the even part, noise in the odd.
    private void Mix(bool voiced, float[] pulses, float[] noises, float[] outReal, float[] outImaginary)
    {
        var (pulse, noise) = (voiced ? 0.5f * pulses[0] : 0f, voiced ? 0.5f * noises[0] : 0.5f);
        var constant = pulse * (_real[0] + _real[0]) + noise * (_imaginary[0] + _imaginary[0]);
        (outReal[0], outImaginary[0]) = (constant * _filterReal[0], constant * _filterImaginary[0]);
        for (var k = 1; k < Length / 2; k += FrameMath.Width)
        {
            var (re, im) = (At(_real, k), At(_imaginary, k));
            var (reMirrored, imMirrored) = (Mirrored(_real, k), Mirrored(_imaginary, k));
            var p = voiced ? 0.5f * At(pulses, k) : Vector256<float>.Zero;
            var n = voiced ? 0.5f * At(noises, k) : Vector256.Create(0.5f);
            var real = p * (re + reMirrored) + n * (im + imMirrored);
            var imaginary = p * (im - imMirrored) + n * (reMirrored - re);
            var (filterReal, filterImaginary) = (At(_filterReal, k), At(_filterImaginary, k));
            (real * filterReal - imaginary * filterImaginary).CopyTo(outReal, k);
            (real * filterImaginary + imaginary * filterReal).CopyTo(outImaginary, k);
        }

        // A real signal has no imaginary part at the Nyquist frequency.
        outImaginary[^1] = 0;
    }

    private void Shape(SpectralTrack track, ControlTrack controls, int t)
    {
        CopyEnvelope(track, t);
        _cepstrum[0] += (float)(NeperPerDecibel * controls.Gain[t]);
        _table.Evaluate(_cepstrum, _filterReal, _filterImaginary);
        var share = controls.Voiced[t] ? 1f : (float)UnvoicedShare;
        var tilt = controls.Tilt[t] > 0 ? _lift : _octaves;
        FrameMath.AddScaled(_filterReal, tilt, share * (float)controls.Tilt[t]);
        FrameMath.AddScaled(_filterReal, _colour, share);
        FrameMath.AddScaled(_filterImaginary, _dispersion, share);
        if (controls.Voiced[t] && controls.FirstFormant[t] > 0)
        {
            LiftFundamental(controls.Hertz[t], controls.FirstFormant[t]);
        }

        FrameMath.FromPolar(_filterReal, _filterImaginary);
        var top = _table.Bins - _table.Bins / 16;
        TopBand[t] = (float)
            Math.Sqrt(_filterReal[top] * _filterReal[top] + _filterImaginary[top] * _filterImaginary[top]);
    }

    // A vocoder hears its bands a few times a second only, and nothing between them.
    private void CopyEnvelope(SpectralTrack track, int t)
    {
        if (!_vocoded)
        {
            track.Frame(t).CopyTo(_cepstrum);
            return;
        }

        track.Frame(t - t % HeldFrames).CopyTo(_cepstrum);
        _cepstrum.AsSpan(Math.Min(_cepstrum.Length, KeptCoefficients)).Clear();
    }

    // A singer opens the mouth so that the first formant follows a fundamental above it.
    private void LiftFundamental(double hertz, double formant)
    {
        var octaves = DeterministicMath.Log2(hertz / formant);
        if (octaves <= -0.1)
        {
            return;
        }

        var lift = NeperPerDecibel * Math.Min(8, 10 * (octaves + 0.1));
        var binsPerHertz = Length / (double)_voice.SampleRate;
        var centre = hertz * binsPerHertz;
        for (var k = Math.Max(0, (int)(0.6 * centre)); k < Math.Min(_table.Bins, 1.4 * centre); k++)
        {
            var distance = (k - centre) / (0.15 * centre);
            _filterReal[k] += (float)(lift * DeterministicMath.Exp(-0.5 * distance * distance));
        }
    }

    // Both frames come back from one inverse transform: the first as its real part, the second as its imaginary part.
    private void AddBoth(float[] output, int at, int hop)
    {
        var (r1, i1, r2, i2) = (_spectra[0], _spectra[1], _spectra[2], _spectra[3]);
        // The last eight overlap their own mirrors; what stands at the Nyquist frequency is written last.
        for (var k = 1; k < Length / 2; k += FrameMath.Width)
        {
            var (a, b, c, d) = (At(r1, k), At(i1, k), At(r2, k), At(i2, k));
            var mirror = Length - k - FrameMath.Width + 1;
            Vector256.Shuffle(a + d, s_backwards).CopyTo(_real, mirror);
            Vector256.Shuffle(c - b, s_backwards).CopyTo(_imaginary, mirror);
            (a - d).CopyTo(_real, k);
            (b + c).CopyTo(_imaginary, k);
        }

        (_real[0], _imaginary[0]) = (r1[0] - i2[0], i1[0] + r2[0]);
        _fft.Inverse(_real, _imaginary);
        FrameMath.AddScaled(output.AsSpan(at, Length), _real, 1);
        FrameMath.AddScaled(output.AsSpan(at + hop, Length), _imaginary, 1);
    }

    private static Vector256<float> At(float[] values, int k) => Vector256.LoadUnsafe(ref values[k]);

    // The values at Length - k, Length - k - 1, ...
    private static Vector256<float> Mirrored(float[] values, int k) =>
        Vector256.Shuffle(At(values, Length - k - FrameMath.Width + 1), s_backwards);

    // Effort lifts what the glottis gives, up to some 4 kHz; above lies mostly noise, which gains little.
    private static double Lift(double octaves)
    {
        var above = Math.Max(0, octaves - LiftOctaves);
        return Math.Min(octaves, LiftOctaves) + LiftRest * (1 - DeterministicMath.Exp(-above / LiftRest));
    }

    // Phase whose delay swings between 0 and the depth, so that treble does not pile up on the pulses.
    private static double Dispersion(double hertz)
    {
        if (hertz <= DispersionStart)
        {
            return 0;
        }

        var x = hertz - DispersionStart;
        var turns = x / DispersionPeriod;
        return -Math.PI
            * DispersionDepth
            * (x - DispersionPeriod / (2 * Math.PI) * DeterministicMath.Sin(2 * Math.PI * turns));
    }
}
