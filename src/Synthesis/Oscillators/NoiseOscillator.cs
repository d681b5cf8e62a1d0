using System.Runtime.Intrinsics;

namespace Troubadour.Synthesis;

/// <summary>
/// Noise, white or pink; two channels of their own when it is spread. Pink is three one-pole filters side by side after Kellet's economy
/// filter, within half a decibel of 3 dB an octave.
/// </summary>
internal sealed class NoiseOscillator(OscillatorSheet sheet, int rate) : Oscillator(sheet, rate)
{
    private readonly float[] _noise = new float[Padded];
    private readonly float[] _pink = new float[6];
    private uint _seed;
    private uint _place;

    /// <inheritdoc/>
    public override void Start(double key, int velocity, ulong seed)
    {
        _seed = (uint)(Counter.Bits(seed, 0) >> 32);
        _place = 0;
        Array.Clear(_pink);
    }

    /// <inheritdoc/>
    public override void Add(in OscillatorControls controls, Span<float> left, Span<float> right, int count)
    {
        Fill(_seed, _pink.AsSpan(0, 3), count);
        var spread = right.IsEmpty ? 0 : (float)Sheet.Spread;
        var straight = (float)Math.Sqrt(1 - 0.5 * spread * spread);
        var across = (float)Math.Sqrt(0.5 * spread * spread);
        AddTo(left, count, Gain * straight);
        if (!right.IsEmpty)
        {
            AddTo(right, count, Gain * straight);
        }

        if (spread > 0)
        {
            // A second noise, turned over between the channels: their correlation is 1 - spread squared.
            Fill(_seed ^ 0x5bd1e995u, _pink.AsSpan(3, 3), count);
            AddTo(left, count, Gain * across);
            AddTo(right, count, -Gain * across);
        }

        _place = unchecked(_place + (uint)count);
    }

    private void AddTo(Span<float> target, int count, float gain)
    {
        for (var i = 0; i < count; i += 8)
        {
            (Vector256.Create(target[i..]) + Vector256.Create(_noise.AsSpan(i)) * gain).CopyTo(target[i..]);
        }
    }

    private void Fill(uint seed, Span<float> state, int count)
    {
        for (var i = 0; i < count; i += 8)
        {
            Counter.Noise(seed, unchecked(_place + (uint)i)).CopyTo(_noise.AsSpan(i));
        }

        if (Sheet.Pink <= 0)
        {
            return;
        }

        var (b0, b1, b2) = (state[0], state[1], state[2]);
        var pink = (float)Sheet.Pink;
        for (var i = 0; i < count; i++)
        {
            var white = _noise[i];
            b0 = 0.99765f * b0 + white * 0.0990460f;
            b1 = 0.96300f * b1 + white * 0.2965164f;
            b2 = 0.57000f * b2 + white * 1.0526913f;
            _noise[i] = white * (1 - pink) + (b0 + b1 + b2 + white * 0.1848f) * 0.3f * pink;
        }

        (state[0], state[1], state[2]) = (b0, b1, b2);
    }
}
