using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>A note as it was written and as it is played: swung, early or late, louder or softer.</summary>
/// <param name="Written">On the grid.</param>
/// <param name="Played">In the performance.</param>
/// <param name="Manner">How it is struck.</param>
internal sealed record Stroke(Note Written, Note Played, Manner Manner)
{
    /// <summary>Played key up.</summary>
    public int End => Played.Tick + Played.Length;

    /// <summary>Written key up.</summary>
    public int WrittenEnd => Written.Tick + Written.Length;

    /// <summary>The stroke let go at another tick, at least one tick after its start.</summary>
    public Stroke Until(int tick) => this with { Played = Played with { Length = Math.Max(1, tick - Played.Tick) } };
}
