namespace Troubadour.Mixing;

/// <summary>Channels that share one compressor, by their <see cref="RoleBusSettings"/>.</summary>
internal sealed class RoleBus
{
    private readonly Compressor _compressor;
    private readonly float[] _left;
    private readonly float[] _right;
    private readonly float[] _gains;

    public RoleBus(IReadOnlyList<Channel> members, CompressorSettings settings, int chunkFrames, int rate)
    {
        Members = members;
        _compressor = new(settings, rate);
        _left = new float[chunkFrames];
        _right = new float[chunkFrames];
        _gains = new float[(chunkFrames + Kernels.Control - 1) / Kernels.Control];
    }

    public IReadOnlyList<Channel> Members { get; }

    /// <summary>The buses of a group that have members in it.</summary>
    public static IEnumerable<RoleBus> For(
        IReadOnlyList<Channel> channels,
        MixSettings settings,
        int chunkFrames,
        int rate
    )
    {
        foreach (var bus in settings.Buses)
        {
            var members = channels.Where(channel => bus.Ids.Contains(channel.Id)).ToList();
            if (members.Count > 0)
            {
                yield return new(members, bus.Compressor, chunkFrames, rate);
            }
        }
    }

    /// <summary>Compresses the chunk that the members hold.</summary>
    public void Process(int frames)
    {
        var (before, points) = (_compressor.Gain, (frames + Kernels.Control - 1) / Kernels.Control);
        var left = _left.AsSpan(0, frames);
        var right = _right.AsSpan(0, frames);
        left.Clear();
        right.Clear();
        foreach (var member in Members.Where(member => member.Sounds))
        {
            Kernels.Add(left, member.Left);
            Kernels.Add(right, member.Right);
        }

        _compressor.Follow(left, right, _gains);
        if (before == 1 && _gains.AsSpan(0, points).IndexOfAnyExcept(1f) < 0)
        {
            return;
        }

        foreach (var member in Members.Where(member => member.Sounds))
        {
            foreach (var part in (ReadOnlySpan<float[]>)[member.Left, member.Right, member.Reverb, member.Chorus])
            {
                Kernels.ApplyGains(part.AsSpan(0, frames), before, _gains);
            }
        }
    }
}
