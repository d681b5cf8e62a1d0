using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Looks up the chord that sounds at a tick.</summary>
internal sealed class Harmony(ImmutableArray<ChordSpan> spans)
{
    /// <summary>All chords in order.</summary>
    public ImmutableArray<ChordSpan> Spans => spans;

    /// <summary>The span at a tick; the first or last one outside the song.</summary>
    public ChordSpan SpanAt(int tick)
    {
        var low = 0;
        var high = spans.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (spans[middle].Tick <= tick)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return spans[low];
    }

    /// <summary>The chord at a tick.</summary>
    public Chord At(int tick) => SpanAt(tick).Chord;

    /// <summary>Spans that start in [from, to).</summary>
    public IEnumerable<ChordSpan> Between(int from, int to) => spans.Where(span => span.Tick >= from && span.Tick < to);
}
