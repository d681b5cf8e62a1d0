using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>A stretch of a track, moved to the start.</summary>
internal static class TrackExcerpt
{
    /// <summary>The notes that sound in the stretch, with the controllers as they stand there; what sounds before it is struck at its start.</summary>
    /// <param name="track">The track.</param>
    /// <param name="from">Where it starts, in seconds.</param>
    /// <param name="to">Where it ends, in seconds.</param>
    public static InstrumentTrack Of(InstrumentTrack track, double from, double to) =>
        track with
        {
            Notes =
            [
                .. track
                    .Notes.Where(note => note.Start < to && note.End > from)
                    .Select(note => note with { Start = Math.Max(0, note.Start - from), End = note.End - from }),
            ],
            Controls = Controls(track.Controls, from, to),
        };

    private static ImmutableArray<TimedControl> Controls(ImmutableArray<TimedControl> controls, double from, double to)
    {
        var standing = new SortedDictionary<int, TimedControl>();
        foreach (var control in controls.Where(control => control.Time <= from))
        {
            standing[control.Controller] = control with { Time = 0 };
        }

        return
        [
            .. standing.Values,
            .. controls
                .Where(control => control.Time > from && control.Time < to)
                .Select(control => control with { Time = control.Time - from }),
        ];
    }
}
