namespace Troubadour.Separation;

/// <summary>
/// Runs the network over windows of up to 768 frames that lie on a fixed grid, 512 apart, and fades from one window's masks to the
/// next's over the 256 frames that they share. So masks do not depend on how the sound was cut when it was pushed.
/// </summary>
internal sealed class WindowedMasks(IMaskNetwork network)
{
    /// <summary>Frames from window to window.</summary>
    public const int Step = 512;

    /// <summary>Frames that a window reaches over its step at each side.</summary>
    public const int Margin = 128;

    private const int Longest = Step + 2 * Margin;

    // Power under which all is as good as silence: keeps the division from 0.
    private const double Quiet = 1e-3;

    private readonly float[] _powers = new float[FrameRing.Capacity * Grid.FramePowers];
    private readonly float[] _masks = new float[FrameRing.Capacity * network.Parts * Grid.FramePowers];
    private readonly float[] _given = new float[Longest * Grid.FramePowers];
    private readonly float[] _found = new float[Longest * network.Parts * Grid.FramePowers];
    private long _window;

    private int FrameMasks => network.Parts * Grid.FramePowers;

    /// <summary>Frames whose masks are final.</summary>
    public long Done { get; private set; }

    /// <summary>Where the band powers of a frame are to be written.</summary>
    public Span<float> Powers(long frame) => _powers.AsSpan(Slot(frame) * Grid.FramePowers, Grid.FramePowers);

    /// <summary>The masks of a frame, [part][channel][band].</summary>
    public ReadOnlySpan<float> Masks(long frame) => _masks.AsSpan(Slot(frame) * FrameMasks, FrameMasks);

    /// <summary>Runs the window that is complete, if there is one.</summary>
    /// <param name="frames">Frames whose powers have been written.</param>
    /// <param name="ended">Whether they are all.</param>
    public void Advance(long frames, bool ended)
    {
        var end = _window * Step + Step + Margin;
        if (frames >= end)
        {
            Run(end);
            _window++;
            Done = _window * Step - Margin;
        }
        else if (ended && frames > Done)
        {
            // A window that would begin with nothing of its own is not run: the one before it reaches as far.
            if (_window == 0 || frames > _window * Step + Margin)
            {
                Run(frames);
            }

            Done = frames;
        }
    }

    private static int Slot(long frame) => (int)(frame & (FrameRing.Capacity - 1));

    private void Run(long end)
    {
        var start = Math.Max(0, _window * Step - Margin);
        var frames = (int)(end - start);
        Gather(start, frames);
        network.Run(_given.AsMemory(0, frames * Grid.FramePowers), frames, _found.AsMemory(0, frames * FrameMasks));
        for (var i = 0; i < frames; i++)
        {
            var share = start > 0 && i < 2 * Margin ? (i + 0.5f) / (2 * Margin) : 1f;
            Blend(start + i, i, frames, share);
        }
    }

    private void Gather(long start, int frames)
    {
        var sum = 0.0;
        for (var i = 0; i < frames; i++)
        {
            foreach (var power in Powers(start + i))
            {
                sum += power;
            }
        }

        var scale = (float)(1 / (sum / frames + Quiet));
        for (var i = 0; i < frames; i++)
        {
            var powers = Powers(start + i);
            for (var channel = 0; channel < Grid.Channels; channel++)
            {
                var row = _given.AsSpan((channel * frames + i) * Grid.Bands, Grid.Bands);
                for (var band = 0; band < Grid.Bands; band++)
                {
                    row[band] = powers[channel * Grid.Bands + band] * scale;
                }
            }
        }
    }

    private void Blend(long frame, int index, int frames, float share)
    {
        var kept = _masks.AsSpan(Slot(frame) * FrameMasks, FrameMasks);
        for (var plane = 0; plane < network.Parts * Grid.Channels; plane++)
        {
            var found = _found.AsSpan((plane * frames + index) * Grid.Bands, Grid.Bands);
            var target = kept.Slice(plane * Grid.Bands, Grid.Bands);
            for (var band = 0; band < Grid.Bands; band++)
            {
                target[band] = share == 1f ? found[band] : target[band] + (found[band] - target[band]) * share;
            }
        }
    }
}
