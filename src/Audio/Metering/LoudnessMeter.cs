using System.Runtime.Intrinsics;

namespace Troubadour.Audio;

/// <summary>
/// Loudness of stereo sound given in blocks of any size: integrated with gates, momentary (400 ms) and short-term (3 s) by ITU-R
/// BS.1770-4 and EBU Tech 3341, range by EBU Tech 3342. The K filter's digital coefficients of 48 kHz are carried to other rates by
/// way of their analogue prototypes. Levels are LUFS, -infinity for silence. Windows move in steps of 100 ms.
/// </summary>
public sealed class LoudnessMeter
{
    private readonly KFilter _filter;
    private readonly int _hop;
    private readonly List<double> _hops = [];
    private Vector128<double> _sum;
    private int _inHop;

    /// <summary>Makes a meter at rest.</summary>
    public LoudnessMeter(int rate = SampleRate.House)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rate, 1000);
        _filter = new(rate);
        _hop = (rate + 5) / 10;
    }

    /// <summary>Integrated loudness: blocks of 400 ms over -70 LUFS and then over 10 LU below their mean.</summary>
    public double Integrated => Gating.Integrated(_hops);

    /// <summary>Loudness of each whole 400 ms, every 100 ms.</summary>
    public IReadOnlyList<double> Momentary => Levels(4);

    /// <summary>Loudness of each whole 3 s, every 100 ms.</summary>
    public IReadOnlyList<double> ShortTerm => Levels(30);

    /// <summary>
    /// Loudness range in LU: from the 10th to the 95th percentile of the short-term loudness over -70 LUFS and over 20 LU below the mean
    /// of those; 0 for less than 3 s.
    /// </summary>
    public double Range
    {
        get
        {
            var powers = Gating.Windows(_hops, 30).Where(power => Gating.Level(power) > Gating.Absolute).ToList();
            if (powers.Count == 0)
            {
                return 0;
            }

            var gate = Gating.Level(powers.Average()) - 20;
            var levels = powers.Select(Gating.Level).Where(level => level >= gate).Order().ToList();
            return levels[Rank(levels.Count, 0.95)] - levels[Rank(levels.Count, 0.10)];
        }
    }

    /// <summary>Takes frames; both spans have the same length.</summary>
    public void Process(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        if (left.Length != right.Length)
        {
            throw new ArgumentException("Both channels must have the same length.", nameof(right));
        }

        while (!left.IsEmpty)
        {
            var count = Math.Min(left.Length, _hop - _inHop);
            _filter.Add(left[..count], right[..count], ref _sum);
            Pass(count);
            left = left[count..];
            right = right[count..];
        }
    }

    /// <summary>Takes frames of silence.</summary>
    public void Skip(int frames)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(frames);
        Span<float> silence = stackalloc float[64];
        silence.Clear();
        while (frames > 0)
        {
            var count = Math.Min(frames, _hop - _inHop);
            for (var left = count; left > 0 && !_filter.Rests; left -= silence.Length)
            {
                var part = silence[..Math.Min(left, silence.Length)];
                _filter.Add(part, part, ref _sum);
            }

            Pass(count);
            frames -= count;
        }
    }

    /// <summary>Measures a whole buffer.</summary>
    public static LoudnessMeter Of(AudioBuffer buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        var meter = new LoudnessMeter(buffer.Rate);
        meter.Process(buffer.Left, buffer.Right);
        return meter;
    }

    private void Pass(int frames)
    {
        _inHop += frames;
        if (_inHop == _hop)
        {
            _hops.Add((_sum[0] + _sum[1]) / _hop);
            (_sum, _inHop) = (Vector128<double>.Zero, 0);
            _filter.Flush();
        }
    }

    private static int Rank(int count, double share) => (int)Math.Floor((count - 1) * share + 0.5);

    private List<double> Levels(int hops) => Gating.Windows(_hops, hops).ConvertAll(Gating.Level);
}
