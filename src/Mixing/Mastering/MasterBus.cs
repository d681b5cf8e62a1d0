namespace Troubadour.Mixing;

/// <summary>Glue compression, mono bass and equaliser of the sum; keeps the chunk's glue gains for the stems.</summary>
internal sealed class MasterBus
{
    private readonly Compressor? _glue;
    private readonly BusFilter _filter;

    public MasterBus(BusSettings settings, int chunkFrames, int rate)
    {
        _glue = settings.Glue is { } glue ? new(glue, rate) : null;
        _filter = new(settings, rate);
        GlueGains = new float[chunkFrames / Kernels.Control + 1];
        GlueBefore = _glue?.Gain ?? 1;
        LeastGlue = GlueBefore;
    }

    /// <summary>The gains of the last chunk, one every 16 frames; unused without glue.</summary>
    public float[] GlueGains { get; }

    /// <summary>The gain before the last chunk.</summary>
    public float GlueBefore { get; private set; }

    /// <summary>The lowest gain so far.</summary>
    public float LeastGlue { get; private set; }

    public void Process(Span<float> left, Span<float> right)
    {
        if (_glue is not null)
        {
            GlueBefore = _glue.Gain;
            _glue.Follow(left, right, GlueGains);
            var points = (left.Length + Kernels.Control - 1) / Kernels.Control;
            foreach (var gain in GlueGains.AsSpan(0, points))
            {
                LeastGlue = Math.Min(LeastGlue, gain);
            }

            ApplyGlue(left, right);
        }

        _filter.Process(left, right);
    }

    /// <summary>Gives a stem the gains of the last chunk.</summary>
    public void ApplyGlue(Span<float> left, Span<float> right)
    {
        if (_glue is not null)
        {
            Kernels.ApplyGains(left, GlueBefore, GlueGains);
            Kernels.ApplyGains(right, GlueBefore, GlueGains);
        }
    }
}
