namespace Troubadour.Mixing;

/// <summary>Schroeder's all-pass (1962): y = -g x + x[n-d] + g y[n-d]. Blocks may be at most as long as the delay.</summary>
internal sealed class Allpass(int delay, float gain)
{
    private readonly float[] _line = new float[delay];
    private int _at;

    public void Process(Span<float> samples)
    {
        while (!samples.IsEmpty)
        {
            var count = Math.Min(samples.Length, _line.Length - _at);
            var line = _line.AsSpan(_at, count);
            for (var i = 0; i < line.Length; i++)
            {
                var old = line[i];
                var inner = samples[i] + gain * old;
                line[i] = inner;
                samples[i] = old - gain * inner;
            }

            _at = (_at + count) % _line.Length;
            samples = samples[count..];
        }
    }

    public void Reset()
    {
        Array.Clear(_line);
        _at = 0;
    }
}
