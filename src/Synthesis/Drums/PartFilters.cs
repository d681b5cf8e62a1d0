namespace Troubadour.Synthesis;

/// <summary>The filters of a drum's part, which may sweep.</summary>
internal sealed class PartFilters(DrumPartSheet sheet, int rate, CutoffTable cutoffs)
{
    private readonly VoiceFilter[] _filters = [.. sheet.Filters.Select(VoiceFilter.Make)];
    private readonly double[] _bases = [.. sheet.Filters.Select(f => CutoffTable.Semitones(f.Cutoff))];
    private double _frames;
    private double _offset;

    /// <summary>Begins a stroke.</summary>
    public void Start(double cutoff)
    {
        _frames = 0;
        _offset = cutoff;
        foreach (var filter in _filters)
        {
            filter.Start();
        }
    }

    /// <summary>Filters a run in place.</summary>
    public void Process(Span<float> sound, int count)
    {
        _frames += count;
        var move = Sheet.Sweep * Math.Min(1, _frames / (rate * Sheet.Decay));
        for (var i = 0; i < _filters.Length; i++)
        {
            var filter = Sheet.Filters[i];
            var tangent = cutoffs.At(_bases[i] + (_offset + move) * filter.Modulation);
            _filters[i].Process(tangent, filter.Resonance, sound, [], count);
        }
    }

    private DrumPartSheet Sheet => sheet;
}
