using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>The last chord of a chord part: struck short, or rolled and left to ring until all let go together.</summary>
internal sealed class LastChord(Stage stage)
{
    private const double RollMs = 32;

    /// <summary>The part's last notes.</summary>
    public IEnumerable<Note> Of(PartSheet part)
    {
        var voicer = new Voicer(part.Register[0], part.Register[1], part.Voices == 2 ? 2 : Math.Max(3, part.Voices));
        var tick = stage.Form.LastChordTick;
        var rolled =
            stage.Form.Ending != "hit" && part.Role is PartRole.Chords or PartRole.Arpeggio && stage.Last.Energy < 0.75;
        var strings = part with { StrumMs = rolled ? Math.Max(part.StrumMs, RollMs) : part.StrumMs };
        var index = 0;
        foreach (var key in voicer.Voice(stage.Harmony.At(tick)))
        {
            var late = ChordWriter.Strum(stage, strings, tick, index++);
            yield return new Note(
                tick + late,
                Math.Max(1, stage.LastNoteEnd - tick - late),
                key,
                Math.Min(127, part.Velocity + 6)
            );
        }
    }
}
