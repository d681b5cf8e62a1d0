using Troubadour.Audio;

namespace Troubadour.Synthesis;

/// <summary>Six squares that fit no scale, filtered: the cymbals, hats and cowbell of drum machines.</summary>
internal sealed class DrumMetal : DrumPart
{
    // Distances of the six oscillators of the TR-808's cymbals, as its service notes draw them.
    private static readonly double[] s_ratios = [1, 1.4835, 1.8015, 2.5480, 2.6322, 3.8994];
    private readonly PartFilters _filters;
    private readonly Oscillator[] _squares;
    private readonly double[] _keys;
    private double _offset;

    public DrumMetal(DrumPartSheet sheet, int rate, CutoffTable cutoffs)
        : base(sheet, rate)
    {
        _filters = new PartFilters(sheet, rate, cutoffs);
        var ratios = sheet.Partials.Length > 1 ? sheet.Partials : s_ratios;
        _squares = [.. ratios.Select(_ => Oscillator.Make(SquareSheet.Of(-9), rate))];
        _keys = [.. ratios.Select(r => 69 + 12 * DeterministicMath.Log2(r * sheet.Pitch / 440))];
    }

    /// <inheritdoc/>
    protected override void Begin(in HitControls hit)
    {
        _offset = 12 * DeterministicMath.Log2(hit.Pitch);
        for (var i = 0; i < _squares.Length; i++)
        {
            _squares[i].Start(60, 127, Counter.Bits(hit.Seed, (ulong)i));
        }

        _filters.Start(hit.Cutoff);
    }

    /// <inheritdoc/>
    protected override void Fill(Span<float> sound, int count)
    {
        for (var i = 0; i < _squares.Length; i++)
        {
            _squares[i].Add(new OscillatorControls(_keys[i] + _offset, 0, 1), sound, [], count);
        }

        _filters.Process(sound, count);
    }
}
