using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Stops players where a clip breaks off: nobody strikes what was written on the bar line or rings over it.</summary>
internal static class BrokenOff
{
    /// <summary>The parts up to a tick.</summary>
    public static ImmutableArray<Part> At(int tick, TimeMap map, ImmutableArray<Part> parts)
    {
        var early = map.TickAt(map.SecondsAt(tick) - Splice.EarlySeconds);
        return
        [
            .. parts
                .Select(part =>
                    part with
                    {
                        Notes =
                        [
                            .. part
                                .Notes.Where(note => note.Tick < early)
                                .Select(note =>
                                    note with
                                    {
                                        Length = Math.Max(1, Math.Min(note.Length, tick - note.Tick)),
                                    }
                                ),
                        ],
                        Controls = SplicedControls.LetGo(part.Controls, tick),
                    }
                )
                .Where(part => !part.Notes.IsEmpty),
        ];
    }
}
