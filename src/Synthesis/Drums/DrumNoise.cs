using System.Runtime.Intrinsics;

namespace Troubadour.Synthesis;

/// <summary>Filtered noise: white, or of a register that gives one bit at each tick of a clock, as sound chips have.</summary>
internal sealed class DrumNoise(DrumPartSheet sheet, int rate, CutoffTable cutoffs) : DrumPart(sheet, rate)
{
    private readonly PartFilters _filters = new(sheet, rate, cutoffs);
    private uint _seed;
    private uint _place;
    private double _tick;
    private double _step;

    /// <inheritdoc/>
    protected override void Begin(in HitControls hit)
    {
        _seed = (uint)(hit.Seed >> 32);
        _place = 0;
        _tick = 0;
        _step = Sheet.Clock * hit.Pitch / Rate;
        _filters.Start(hit.Cutoff);
    }

    /// <inheritdoc/>
    protected override void Fill(Span<float> sound, int count)
    {
        for (var i = 0; Sheet.Clock > 0 && i < count; i++, _tick += _step)
        {
            sound[i] = (Counter.Bits(_seed, (ulong)_tick) & 1) == 0 ? 0.6f : -0.6f;
        }

        for (var i = 0; Sheet.Clock == 0 && i < count; i += 8)
        {
            Counter.Noise(_seed, unchecked(_place + (uint)i)).CopyTo(sound[i..]);
        }

        _place = unchecked(_place + (uint)count);
        _filters.Process(sound, count);
    }
}
