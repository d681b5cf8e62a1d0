namespace Troubadour.Mixing;

/// <summary>One line from a channel to a return.</summary>
internal sealed record Send(Channel Channel, SendTap Tap, float Gain)
{
    public void AddTo(Span<float> left, Span<float> right, Span<float> scratch)
    {
        if (!Channel.Sounds)
        {
            return;
        }

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
