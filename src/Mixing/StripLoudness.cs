using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>How loud a sound is behind a strip's filters and dynamics: what a fader that rides a voice has to know.</summary>
public static class StripLoudness
{
    /// <summary>Integrated loudness in LUFS of a mono sound through a strip with its fader, pan, ducking and sends left out; -infinity for silence.</summary>
    public static double Of(ChannelSettings settings, ReadOnlySpan<float> samples, int rate = SampleRate.House)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var bare = settings with { GainDb = 0, GainCurve = [], WidthCurve = [], Pan = 0 };
        var strip = new ChannelStrip(bare, [], null, rate);
        var meter = new LoudnessMeter(rate);
        Span<float> block = stackalloc float[4 * ChannelStrip.Block];
        for (var start = 0; start < samples.Length; start += ChannelStrip.Block)
        {
            var part = samples.Slice(start, Math.Min(ChannelStrip.Block, samples.Length - start));
            block.Clear();
            var left = block[..part.Length];
            var right = block.Slice(ChannelStrip.Block, part.Length);
            part.CopyTo(left);
            part.CopyTo(right);
            strip.Process(
                0,
                left,
                right,
                block.Slice(2 * ChannelStrip.Block, part.Length),
                block.Slice(3 * ChannelStrip.Block, part.Length)
            );
            meter.Process(left, right);
        }

        return meter.Integrated;
    }
}
