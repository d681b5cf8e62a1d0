using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>Hears what a mix becomes, chunk by chunk: for the glue before the bus filter, for the loudness behind it.</summary>
internal sealed class MixListener(int chunkFrames, int rate)
{
    private readonly LoudnessMeter _meter = new(rate);
    private readonly float[] _left = new float[chunkFrames];
    private readonly float[] _right = new float[chunkFrames];
    private readonly float[] _edges = new float[chunkFrames / Limiter.Block + 1];

    /// <summary>LUFS of what was measured.</summary>
    public double Loudness => _meter.Integrated;

    /// <summary>Lets the glue hear the sum of all groups.</summary>
    public void Follow(BusGlue glue, List<MixGroup> groups, int start, int frames)
    {
        Load(groups[0].Mix, start, frames);
        foreach (var group in groups.Skip(1))
        {
            Kernels.Add(_left.AsSpan(0, frames), group.Mix.Left.AsSpan(start, frames));
            Kernels.Add(_right.AsSpan(0, frames), group.Mix.Right.AsSpan(start, frames));
        }

        glue.Follow(_left.AsSpan(0, frames), _right.AsSpan(0, frames));
    }

    /// <summary>Measures a mix under its glue.</summary>
    public void Measure(BusGlue glue, AudioBuffer mix, int start, int frames)
    {
        Load(mix, start, frames);
        var steps = glue.Steps.AsSpan(start / Limiter.Block);
        for (var edge = 0; edge < Math.Min(_edges.Length, steps.Length); edge++)
        {
            _edges[edge] = GainSteps.Ratio(steps[edge]);
        }

        var left = _left.AsSpan(0, frames);
        var right = _right.AsSpan(0, frames);
        MasterCurve.Apply(_edges, left, right);
        _meter.Process(left, right);
    }

    private void Load(AudioBuffer mix, int start, int frames)
    {
        mix.Left.AsSpan(start, frames).CopyTo(_left);
        mix.Right.AsSpan(start, frames).CopyTo(_right);
    }
}
