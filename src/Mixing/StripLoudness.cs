using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>
/// How loud a sound is behind a strip's filters and dynamics, with its fader, pan, ducking and sends left out: what has to be known before a
/// fader can be set.
/// </summary>
public sealed class StripLoudness
{
    private readonly ChannelStrip _strip;
    private readonly LoudnessMeter _meter;
    private readonly float[] _sends = new float[2 * ChannelStrip.Block];

    /// <summary>A strip at rest.</summary>
    /// <param name="settings">The strip.</param>
    /// <param name="rate">Hz.</param>
    public StripLoudness(ChannelSettings settings, int rate = SampleRate.House)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var bare = settings with
        {
            GainDb = 0,
            GainCurve = [],
            WidthCurve = [],
            Pan = 0,
            Duck = null,
            PresenceDuck = null,
            Sidechain = null,
        };
        _strip = new ChannelStrip(bare, [], null, rate);
        _meter = new LoudnessMeter(rate);
    }

    /// <summary>Integrated loudness of all that was heard, in LUFS; -infinity for silence.</summary>
    public double Integrated => _meter.Integrated;

    /// <summary>The loudness of each whole 400 ms, every 100 ms, in LUFS.</summary>
    public IReadOnlyList<double> Momentary => _meter.Momentary;

    /// <summary>Integrated loudness of a mono sound, in LUFS; -infinity for silence.</summary>
    public static double Of(ChannelSettings settings, ReadOnlySpan<float> samples, int rate = SampleRate.House)
    {
        var strip = new StripLoudness(settings, rate);
        Span<float> block = stackalloc float[2 * ChannelStrip.Block];
        for (var start = 0; start < samples.Length; start += ChannelStrip.Block)
        {
            var part = samples.Slice(start, Math.Min(ChannelStrip.Block, samples.Length - start));
            var left = block[..part.Length];
            var right = block.Slice(ChannelStrip.Block, part.Length);
            part.CopyTo(left);
            part.CopyTo(right);
            strip.Process(left, right);
        }

        return strip.Integrated;
    }

    /// <summary>Hears sound of any length, which becomes what the strip makes of it.</summary>
    public void Process(Span<float> left, Span<float> right)
    {
        for (var start = 0; start < left.Length; start += ChannelStrip.Block)
        {
            var count = Math.Min(ChannelStrip.Block, left.Length - start);
            var leftPart = left.Slice(start, count);
            var rightPart = right.Slice(start, count);
            _sends.AsSpan().Clear();
            _strip.Process(0, leftPart, rightPart, _sends.AsSpan(0, count), _sends.AsSpan(ChannelStrip.Block, count));
            _meter.Process(leftPart, rightPart);
        }
    }
}
