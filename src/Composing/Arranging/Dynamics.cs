using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>How loud pitched players play from moment to moment: an arc over each phrase, a swell into a fuller section.</summary>
internal sealed class Dynamics(Band band)
{
    private const double Arc = 0.12;
    private const double Swell = 0.12;
    private readonly Stage _stage = band.Stage;
    private readonly int _phrase =
        band.Stage.BarTicks * (band.Stage.Direction.BarSeconds(band.Stage.Form.Bpm) > 2.6 ? 2 : 4);

    /// <summary>Notes with the arcs and swells laid over their velocities.</summary>
    public IEnumerable<Note> Shape(IEnumerable<Note> notes) =>
        notes.Select(note =>
            note.Tick >= _stage.Form.LastChordTick
                ? note
                : note with
                {
                    Velocity = Math.Clamp((int)Math.Round(note.Velocity * Factor(note.Tick)), 1, 127),
                }
        );

    private double Factor(int tick)
    {
        var section = _stage.SectionAt(tick);
        var place = (double)((tick - section.Tick) % _phrase) / _phrase;
        var side = 2 * place - 1.05;
        var factor = 1 + Arc * (0.5 - side * side);
        var turn = band.Transitions.Of(section);
        var from = Math.Min(turn.From, turn.Tick - _stage.BarTicks);
        if (turn is { Rises: true, Turn: not Turn.Stop } && tick >= from)
        {
            factor *= 1 + Swell * (tick - from) / (turn.Tick - from);
        }

        return factor;
    }
}
