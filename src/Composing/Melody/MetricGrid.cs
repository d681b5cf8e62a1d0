namespace Troubadour.Composing;

/// <summary>How strong each sixteenth of a bar is felt.</summary>
internal sealed class MetricGrid
{
    private readonly double[] _strengths;

    public MetricGrid(Direction direction)
    {
        Steps = direction.Steps;
        Compound = direction.Meter.IsCompound;
        var pulse = Steps / direction.Pulses;
        _strengths = new double[Steps];
        for (var i = 0; i < Steps; i++)
        {
            _strengths[i] =
                i == 0 ? 1
                : i * 2 == Steps && direction.Pulses % 2 == 0 ? 0.85
                : i % pulse == 0 ? 0.65
                : i % 2 == 0 ? 0.3
                : 0;
        }
    }

    /// <summary>Sixteenths in a bar.</summary>
    public int Steps { get; }

    /// <summary>True when the pulse is a dotted quarter.</summary>
    public bool Compound { get; }

    /// <summary>0 between the eighths to 1 on the downbeat; negative slots lie in the bar before.</summary>
    public double Strength(int slot) => _strengths[((slot % Steps) + Steps) % Steps];
}
