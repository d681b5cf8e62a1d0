using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Picks fills: small ones in bare places, large ones into choruses, never the same one twice running.</summary>
internal sealed class FillPicker
{
    private readonly int _steps;
    private readonly RandomStream _random;
    private readonly ImmutableArray<ImmutableDictionary<string, string>> _small;
    private readonly ImmutableArray<ImmutableDictionary<string, string>> _large;
    private ImmutableDictionary<string, string>? _last;

    public FillPicker(Direction direction, RandomStream random)
    {
        _steps = direction.Steps;
        _random = random;
        var own = direction.Style.Drums.Fills;
        var size = own.IsEmpty ? 0 : own.Select(Strokes).Order().ElementAt(own.Length / 2);
        _small = [.. direction.Style.Fills.Low.Concat(own.Where(fill => Strokes(fill) <= size)).Where(Plays)];
        _large = [.. direction.Style.Fills.High.Concat(own.Where(fill => Strokes(fill) > size)).Where(Plays)];
        _small = _small.IsEmpty ? _large : _small;
        _large = _large.IsEmpty ? _small : _large;
    }

    /// <summary>True when the style has no fill at all.</summary>
    public bool IsEmpty => _small.IsEmpty;

    /// <summary>A fill as a bar; <paramref name="large"/> for the end of a full section or the way into a chorus.</summary>
    public DrumBar Pick(bool large)
    {
        var from = large ? _large : _small;
        var others = from.Where(fill => fill != _last).ToList();
        _last = others.Count == 0 ? from[0] : _random.Pick(others);
        return new DrumBar(_last, 0, _steps);
    }

    private bool Plays(ImmutableDictionary<string, string> fill) => Strokes(fill) > 0;

    private int Strokes(ImmutableDictionary<string, string> fill) =>
        fill.Values.Sum(row => row.Take(_steps).Count(letter => letter != '.'));
}
