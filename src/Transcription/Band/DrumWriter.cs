using System.Collections.Immutable;
using Troubadour.Analysis;
using Troubadour.Music;

namespace Troubadour.Transcription;

/// <summary>Strokes as notes of the General MIDI kit.</summary>
internal sealed class DrumWriter(BeatGrid grid)
{
    /// <summary>The notes, a key struck once at a time.</summary>
    public ImmutableArray<Note> Of(IEnumerable<DrumHit> hits, double seconds) =>
        [
            .. hits.Where(hit => hit.Start >= 0 && hit.Start < seconds)
                .Select(hit => new Note(
                    Math.Clamp(grid.Soft(hit.Start), 0, grid.Last - 1),
                    1,
                    Key(hit.Kind),
                    Velocities.Of(hit.Strength)
                ))
                .GroupBy(note => (note.Tick, note.Key))
                .Select(group => group.MaxBy(note => note.Velocity))
                .Select(note => note with { Length = Math.Min(Ticks.PerSixteenth / 2, grid.Last - note.Tick) })
                .OrderBy(note => note.Tick)
                .ThenBy(note => note.Key),
        ];

    private static int Key(DrumKind kind) =>
        DrumKeys.ByName[
            kind switch
            {
                DrumKind.Kick => "kick",
                DrumKind.Snare => "snare",
                DrumKind.Hat => "hat",
                DrumKind.OpenHat => "openhat",
                DrumKind.Tom => "tom2",
                DrumKind.Cymbal => "crash",
                _ => "tambourine",
            }
        ];
}
