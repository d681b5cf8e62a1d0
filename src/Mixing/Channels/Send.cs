using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>What a send takes of a channel.</summary>
internal enum SendTap
{
    /// <summary>The channel after its fader.</summary>
    Fader,

    /// <summary>The channel after its fader, by the moving gains of its delay send.</summary>
    DelayCurve,

    /// <summary>The instrument's own mono reverb send.</summary>
    OwnReverb,

    /// <summary>The instrument's own mono chorus send.</summary>
    OwnChorus,
}

/// <summary>One line from a channel to a return.</summary>
internal sealed record Send(Channel Channel, SendTap Tap, float Gain)
{
    public void AddTo(Span<float> left, Span<float> right, Span<float> scratch)
    {
        var frames = left.Length;
        switch (Tap)
        {
            case SendTap.Fader:
                Kernels.AddScaled(left, Channel.Left.AsSpan(0, frames), Gain);
                Kernels.AddScaled(right, Channel.Right.AsSpan(0, frames), Gain);
                break;
            case SendTap.DelayCurve:
                AddMoving(left, Channel.Left.AsSpan(0, frames), scratch);
                AddMoving(right, Channel.Right.AsSpan(0, frames), scratch);
                break;
            default:
                var own = Tap == SendTap.OwnReverb ? Channel.Reverb : Channel.Chorus;
                Kernels.AddScaled(left, own.AsSpan(0, frames), Gain);
                Kernels.AddScaled(right, own.AsSpan(0, frames), Gain);
                break;
        }
    }

    private void AddMoving(Span<float> target, ReadOnlySpan<float> source, Span<float> scratch)
    {
        source.CopyTo(scratch);
        Kernels.ApplyGains(scratch[..source.Length], Channel.DelayGains[0], Channel.DelayGains.AsSpan(1));
        Kernels.AddScaled(target, scratch[..source.Length], Gain);
    }
}
