using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>A ducking gain with attack and release: one value every 16 frames of the present chunk.</summary>
internal abstract class DuckGain
{
    private readonly double _depthDb;
    private readonly double _attack;
    private readonly double _release;
    private double _amount;

    protected DuckGain(double depthDb, double attackSeconds, double releaseSeconds, int chunkFrames, int rate)
    {
        _depthDb = depthDb;
        Gains = new float[(chunkFrames + Kernels.Control - 1) / Kernels.Control];
        var points = (double)rate / Kernels.Control;
        _attack = 1 - DeterministicMath.Exp(-1 / (Math.Max(attackSeconds, 1e-4) * points));
        _release = 1 - DeterministicMath.Exp(-1 / (Math.Max(releaseSeconds, 1e-4) * points));
    }

    /// <summary>The gains of the last chunk, one every 16 frames.</summary>
    public float[] Gains { get; }

    /// <summary>The gain at the next point, where so much of the depth is wanted, 0 to 1.</summary>
    protected float Toward(double wanted)
    {
        _amount += (wanted > _amount ? _attack : _release) * (wanted - _amount);
        if (_amount < 1e-4)
        {
            _amount = 0;
            return 1;
        }

        return (float)DeterministicMath.FromDecibels(-_depthDb * _amount);
    }
}
