using Troubadour.Audio;

namespace Troubadour.Synthesis;

/// <summary>Six squares that fit no scale, filtered: the cymbals, hats and cowbell of drum machines.</summary>
internal sealed class DrumMetal : DrumPart
{
    // Distances of the six oscillators of the TR-808's cymbals, as its service notes draw them.
    private static readonly double[] s_ratios = [1, 1.4835, 1.8015, 2.5480, 2.6322, 3.8994];
    private readonly PartFilters _filters;
    private readonly EdgeOscillator _squares;
    private readonly double _base;
    private double _key;

    public DrumMetal(DrumPartSheet sheet, int rate, CutoffTable cutoffs)
        : base(sheet, rate)
    {
        _filters = new PartFilters(sheet, rate, cutoffs);
        var ratios = sheet.Partials.Length > 1 ? sheet.Partials : s_ratios;
        _squares = new EdgeOscillator(SquareSheet.Of(-1.2), new UnisonLayout(ratios), rate);
        _base = 69 + 12 * DeterministicMath.Log2(sheet.Pitch / 440);
    }

    /// <inheritdoc/>
    protected override void Begin(in HitControls hit)
    {
        _key = _base + 12 * DeterministicMath.Log2(hit.Pitch);
        _squares.Start(60, 127, hit.Seed);
        _filters.Start(hit.Cutoff);
    }

    /// <inheritdoc/>
    protected override void Fill(Span<float> sound, int count)
    {
        _squares.Add(new OscillatorControls(_key, 0, 1), sound, [], count);
        _filters.Process(sound, count);
    }
}
