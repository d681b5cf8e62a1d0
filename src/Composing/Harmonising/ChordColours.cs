using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// Plain or strange harmony (<see cref="SongBrief.Weirdness"/>). Down: the style's plainest progressions, and their chords become the
/// key's own triads. Up: the rarer progressions, and some of their chords are recoloured. The middle changes nothing.
/// </summary>
internal sealed class ChordColours(Direction direction, RandomStream random)
{
    private const double Taste = 5;
    private const double Share = 0.6;
    private readonly double _turn = Knob.Turn(direction.Brief.Weirdness);
    private readonly PlainChords _plain = new(direction.Key);
    private readonly StrangeChords _strange = new(direction.Key);

    /// <summary>One of a style's progressions: any in the middle, else by how far it leaves the plain triads of the key.</summary>
    public string Pick(
        ImmutableArray<string> choices,
        Func<string, ImmutableArray<ImmutableArray<Chord>>> read,
        RandomStream draw
    ) =>
        _turn == 0
            ? draw.Pick(choices)
            : choices[draw.PickWeighted([.. choices.Select(text => Math.Exp(Taste * _turn * Outside(read(text))))])];

    /// <summary>A section kind's progression in the colours wished for.</summary>
    public ImmutableArray<ImmutableArray<Chord>> Of(ImmutableArray<ImmutableArray<Chord>> bars, string kind)
    {
        if (_turn == 0)
        {
            return bars;
        }

        return
        [
            .. bars.Select(
                (bar, i) =>
                {
                    var draw = random.Child($"{kind} {i}");
                    if (_turn < 0)
                    {
                        return [.. bar.Select(chord => draw.Chance(-_turn) ? _plain.Of(chord) : chord)];
                    }

                    var next = bars[(i + 1) % bars.Length][0];
                    return draw.Chance(Share * _turn) ? _strange.Of(bar, next, i == 0, draw) : bar;
                }
            ),
        ];
    }

    private double Outside(ImmutableArray<ImmutableArray<Chord>> bars) =>
        bars.SelectMany(bar => bar).Average(chord => _plain.IsPlain(chord) ? 0.0 : 1);
}
