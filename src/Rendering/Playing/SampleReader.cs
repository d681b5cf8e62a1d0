using System.Runtime.Intrinsics.X86;

namespace Troubadour.Rendering;

/// <summary>Where a voice reads its sample: position, speed and kernel; it goes round the loop and stops at the end.</summary>
internal sealed class SampleReader
{
    private const double PositionUnit = 4294967296.0;

    private PreparedSample _sample = null!;
    private short[] _kernel = [];
    private ulong _position;
    private ulong _step;
    private ulong _nextStep;

    /// <summary>True if <see cref="Add"/> may be used on this machine.</summary>
    public static bool CanAdd => Avx2.IsSupported;

    /// <summary>The greatest height of what is left to be played, or of the loop; 1 is full scale.</summary>
    public float PeakAhead => _sample.PeakFrom((int)(_position >> 32));

    /// <summary>Starts at a point of a sample, with the kernel for a usual speed in points a frame.</summary>
    public void Start(PreparedSample sample, double point, double step)
    {
        _sample = sample;
        _position = (ulong)(long)(point * PositionUnit);
        _kernel = InterpolationKernel.For(step);
    }

    /// <summary>Sets the speed in points a frame.</summary>
    public void SetStep(double step) => _step = _nextStep = Fixed(step);

    /// <summary>Sets the speed that is to be reached at the end of what is read next.</summary>
    public void MoveStep(double step) => _nextStep = Fixed(step);

    /// <summary>Goes on in another layout of the same sample, from the same place.</summary>
    public void GoOnIn(PreparedSample sample)
    {
        Wrap();
        _sample = sample;
    }

    /// <summary>Reads up to <paramref name="count"/> frames; fewer only where the sample ends.</summary>
    public int Read(Span<float> target, int count)
    {
        var done = 0;
        var step = SampleStep.Between(_step, _nextStep, count);
        while (done < count && NextRun(count - done, step) is > 0 and var n)
        {
            Interpolator.Read(_sample.Data, _kernel, _position, step, target[done..], n);
            _position += step.Distance(n);
            step = step.After(n);
            done += n;
        }

        _step = _nextStep;
        return done;
    }

    /// <summary>Adds up to <paramref name="count"/> frames to the buses; fewer only where the sample ends.</summary>
    public int Add(VoiceBuses buses, int offset, int count, in GainRamp ramp)
    {
        var done = 0;
        var step = SampleStep.Between(_step, _nextStep, count);
        while (done < count && NextRun(count - done, step) is > 0 and var n)
        {
            GainMixer.AddSample(_sample.Data, _kernel, _position, step, n, buses, offset + done, ramp, done);
            _position += step.Distance(n);
            step = step.After(n);
            done += n;
        }

        _step = _nextStep;
        return done;
    }

    private static ulong Fixed(double step) =>
        (ulong)(long)(Math.Clamp(step, 1e-4, PreparedSample.FastestStep) * PositionUnit);

    /// <summary>How many of the wanted frames can be read straight on from the position, which is wrapped first; 0 at the sample's end.</summary>
    private int NextRun(int wanted, SampleStep step)
    {
        Wrap();
        var limit = (ulong)_sample.Limit << 32;
        var greatest = step.Greatest(wanted);
        if (_position + (ulong)(wanted - 1) * greatest < limit)
        {
            return wanted;
        }

        return _position >= limit ? 0 : (int)((limit - _position + greatest - 1) / greatest);
    }

    private void Wrap()
    {
        var sample = _sample;
        var at = (long)(_position >> 32);
        if (sample.LoopLength > 0 && at >= sample.WrapAt)
        {
            var turns = (at - sample.WrapAt) / sample.LoopLength + 1;
            _position -= (ulong)(turns * sample.LoopLength) << 32;
        }
    }
}
