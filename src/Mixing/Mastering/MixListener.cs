using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>Hears what a mix becomes, chunk by chunk: for the glue before the bus filter, for the loudness behind it.</summary>
internal sealed class MixListener(int chunkFrames, int rate)
{
    private readonly float[] _left = new float[chunkFrames];
    private readonly float[] _right = new float[chunkFrames];

    /// <summary>What was measured, if anything.</summary>
    public LoudnessBlocks? Loudness { get; private set; }

    /// <summary>Lets the glue hear the sum of all groups.</summary>
    public void Follow(BusGlue glue, List<MixGroup> groups, int start, int frames)
    {
        if (groups is [var only])
        {
            glue.Follow(only.Mix.Left.AsSpan(start, frames), only.Mix.Right.AsSpan(start, frames));
            return;
        }

        Load(groups[0].Mix, start, frames);
        foreach (var group in groups.Skip(1))
        {
            Kernels.Add(_left.AsSpan(0, frames), group.Mix.Left.AsSpan(start, frames));
            Kernels.Add(_right.AsSpan(0, frames), group.Mix.Right.AsSpan(start, frames));
        }

        glue.Follow(_left.AsSpan(0, frames), _right.AsSpan(0, frames));
    }

    /// <summary>Measures a mix before its glue.</summary>
    public void Measure(AudioBuffer mix, int start, int frames)
    {
        Loudness ??= new(Limiter.Block, rate);
        Loudness.Process(mix.Left.AsSpan(start, frames), mix.Right.AsSpan(start, frames));
    }

    private void Load(AudioBuffer mix, int start, int frames)
    {
        mix.Left.AsSpan(start, frames).CopyTo(_left);
        mix.Right.AsSpan(start, frames).CopyTo(_right);
    }
}
