namespace Troubadour.Audio;

/// <summary>Sample peak and true peak (<see cref="TruePeak"/>) of stereo sound given in blocks of any size.</summary>
public sealed class TruePeakMeter
{
    private const int Block = 2048;
    private const int Margin = TruePeak.Before + TruePeak.After;

    private readonly float[] _left = new float[Block + Margin];
    private readonly float[] _right = new float[Block + Margin];
    private int _held = TruePeak.Before;
    private float _truePeak;

    /// <summary>The largest magnitude of a sample, a ratio to full scale.</summary>
    public float SamplePeak { get; private set; }

    /// <summary>The true peak so far, a ratio to full scale; what follows is taken to be silence.</summary>
    public float Peak
    {
        get
        {
            var rest = new float[_held + TruePeak.After];
            _left.AsSpan(0, _held).CopyTo(rest);
            var peak = Math.Max(_truePeak, TruePeak.Of(rest));
            _right.AsSpan(0, _held).CopyTo(rest);
            return Math.Max(peak, TruePeak.Of(rest));
        }
    }

    /// <summary>The true peak in dBTP; -infinity for silence.</summary>
    public double Decibels => DeterministicMath.ToDecibels(Peak);

    /// <summary>Takes frames; both spans have the same length.</summary>
    public void Process(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        if (left.Length != right.Length)
        {
            throw new ArgumentException("Both channels must have the same length.", nameof(right));
        }

        while (!left.IsEmpty)
        {
            var count = Math.Min(left.Length, _left.Length - _held);
            left[..count].CopyTo(_left.AsSpan(_held));
            right[..count].CopyTo(_right.AsSpan(_held));
            Scan(left[..count]);
            Scan(right[..count]);
            _held += count;
            left = left[count..];
            right = right[count..];
            if (_held == _left.Length)
            {
                _truePeak = Math.Max(_truePeak, Math.Max(TruePeak.Of(_left), TruePeak.Of(_right)));
                _left.AsSpan(Block).CopyTo(_left);
                _right.AsSpan(Block).CopyTo(_right);
                _held = Margin;
            }
        }
    }

    /// <summary>Measures a whole buffer.</summary>
    public static TruePeakMeter Of(AudioBuffer buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        var meter = new TruePeakMeter();
        meter.Process(buffer.Left, buffer.Right);
        return meter;
    }

    private void Scan(ReadOnlySpan<float> samples)
    {
        var peak = SamplePeak;
        foreach (var sample in samples)
        {
            peak = Math.Max(peak, Math.Abs(sample));
        }

        SamplePeak = peak;
    }
}
