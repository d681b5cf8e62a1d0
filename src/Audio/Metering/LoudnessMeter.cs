namespace Troubadour.Audio;

/// <summary>
/// Loudness of stereo sound given in blocks of any size: integrated with gates, momentary (400 ms) and short-term (3 s) by ITU-R
/// BS.1770-4 and EBU Tech 3341, range by EBU Tech 3342. The K filter's digital coefficients of 48 kHz are carried to other rates by
/// way of their analogue prototypes. Levels are LUFS, -infinity for silence. Windows move in steps of 100 ms.
/// </summary>
public sealed class LoudnessMeter
{
    private const double AbsoluteGate = -70;
    private const int Scratch = 1024;

    private readonly StereoBiquadChain _filter;
    private readonly int _hop;
    private readonly float[] _left = new float[Scratch];
    private readonly float[] _right = new float[Scratch];
    private readonly List<double> _hops = [];
    private double _sum;
    private int _inHop;

    /// <summary>Makes a meter at rest.</summary>
    public LoudnessMeter(int rate = SampleRate.House)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rate, 1000);
        _filter = new(Shelf(rate), HighPass(rate));
        _hop = (rate + 5) / 10;
    }

    /// <summary>Integrated loudness: blocks of 400 ms over -70 LUFS and then over 10 LU below their mean.</summary>
    public double Integrated => GatedMean(Powers(4), 10);

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
            var powers = Powers(30).Where(power => Level(power) > AbsoluteGate).ToList();
            if (powers.Count == 0)
            {
                return 0;
            }

            var gate = Level(powers.Average()) - 20;
            var levels = powers.Select(Level).Where(level => level >= gate).Order().ToList();
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
            var count = Math.Min(Math.Min(left.Length, Scratch), _hop - _inHop);
            var l = _left.AsSpan(0, count);
            var r = _right.AsSpan(0, count);
            left[..count].CopyTo(l);
            right[..count].CopyTo(r);
            _filter.Process(l, r);
            for (var i = 0; i < count; i++)
            {
                _sum += (double)l[i] * l[i] + (double)r[i] * r[i];
            }

            _inHop += count;
            if (_inHop == _hop)
            {
                _hops.Add(_sum / _hop);
                (_sum, _inHop) = (0, 0);
            }

            left = left[count..];
            right = right[count..];
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

    private static double Level(double power) => -0.691 + 10 * DeterministicMath.Log10(power);

    private static int Rank(int count, double share) => (int)Math.Floor((count - 1) * share + 0.5);

    private List<double> Levels(int hops) => Powers(hops).ConvertAll(Level);

    private List<double> Powers(int hops)
    {
        var powers = new List<double>(_hops.Count);
        for (var end = hops; end <= _hops.Count; end++)
        {
            var sum = 0.0;
            for (var i = end - hops; i < end; i++)
            {
                sum += _hops[i];
            }

            powers.Add(sum / hops);
        }

        return powers;
    }

    private static double GatedMean(List<double> powers, double gateBelowMean)
    {
        var heard = powers.FindAll(power => Level(power) > AbsoluteGate);
        if (heard.Count == 0)
        {
            return double.NegativeInfinity;
        }

        var gate = Level(heard.Average()) - gateBelowMean;
        return Level(heard.FindAll(power => Level(power) > gate).Average());
    }

    private static BiquadCoefficients Shelf(int rate)
    {
        const double Q = 0.7071752369554196;
        var k = DeterministicMath.Tan(Math.PI * 1681.974450955533 / rate);
        var high = DeterministicMath.FromDecibels(3.999843853973347);
        var middle = DeterministicMath.Pow(high, 0.4996667741545416);
        var a0 = 1 + k / Q + k * k;
        return new(
            (high + middle * k / Q + k * k) / a0,
            2 * (k * k - high) / a0,
            (high - middle * k / Q + k * k) / a0,
            2 * (k * k - 1) / a0,
            (1 - k / Q + k * k) / a0
        );
    }

    private static BiquadCoefficients HighPass(int rate)
    {
        const double Q = 0.5003270373238773;
        var k = DeterministicMath.Tan(Math.PI * 38.13547087602444 / rate);
        var a0 = 1 + k / Q + k * k;
        return new(1, -2, 1, 2 * (k * k - 1) / a0, (1 - k / Q + k * k) / a0);
    }
}
