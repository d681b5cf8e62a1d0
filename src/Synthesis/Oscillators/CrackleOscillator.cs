using Troubadour.Audio;

namespace Troubadour.Synthesis;

/// <summary>
/// Dust on a record: clicks at random times (a Poisson process), most of them faint, each rung by two short resonances at a place of
/// its own between the channels.
/// </summary>
internal sealed class CrackleOscillator(OscillatorSheet sheet, int rate) : Oscillator(sheet, rate)
{
    private readonly float[] _state = new float[4];
    private ulong _seed;
    private ulong _event;
    private int _until;

    /// <inheritdoc/>
    public override void Start(double key, int velocity, ulong seed)
    {
        _seed = seed;
        _event = 0;
        Array.Clear(_state);
        _until = Gap();
    }

    /// <inheritdoc/>
    public override void Add(in OscillatorControls controls, Span<float> left, Span<float> right, int count)
    {
        var (l1, l2, r1, r2) = (_state[0], _state[1], _state[2], _state[3]);
        for (var i = 0; i < count; i++, _until--)
        {
            var (l, r) = (0f, 0f);
            if (_until == 0)
            {
                (l, r) = Click();
                _until = Gap();
            }

            // A resonance near 3.4 kHz that is gone after about a millisecond.
            var y = l + 1.55f * l1 - 0.78f * l2;
            (l2, l1) = (l1, y);
            left[i] += y;
            var z = r + 1.48f * r1 - 0.76f * r2;
            (r2, r1) = (r1, z);
            if (!right.IsEmpty)
            {
                right[i] += z;
            }
        }

        (_state[0], _state[1], _state[2], _state[3]) = (Flush(l1), Flush(l2), Flush(r1), Flush(r2));
    }

    private (float Left, float Right) Click()
    {
        var size = Counter.Unit(_seed, 4 * _event + 1);
        var place = Counter.Signed(_seed, 4 * _event + 2) * Sheet.Spread;
        var level = Gain * (0.05 + 0.5 * size * size * size) * (Counter.Unit(_seed, 4 * _event + 3) < 0.5 ? -1 : 1);
        var (left, right) = Panning.Gains(place);
        return ((float)(level * left), (float)(level * right));
    }

    /// <summary>Frames to the next click.</summary>
    private int Gap()
    {
        _event++;
        var u = Math.Max(1e-9, Counter.Unit(_seed, 4 * _event));
        return 1 + (int)(-DeterministicMath.Log(u) * Rate / Sheet.Density);
    }

    private static float Flush(float x) => Math.Abs(x) < 1e-12f ? 0 : x;
}
