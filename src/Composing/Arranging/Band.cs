using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>What the players agree on beyond form and harmony: how sections meet, who plays where, the singer.</summary>
internal sealed class Band
{
    public Band(Stage stage, ImmutableArray<VocalPhrase> vocals)
    {
        Stage = stage;
        Vocals = vocals;
        Layers = new Layers(stage);
        Transitions = new Transitions(stage, vocals);
    }

    public Stage Stage { get; }

    /// <summary>The lead voice's phrases; none in an instrumental.</summary>
    public ImmutableArray<VocalPhrase> Vocals { get; }

    public Layers Layers { get; }

    public Transitions Transitions { get; }

    /// <summary>What remains of a part's notes: those inside the bars that its layer has.</summary>
    public IEnumerable<Note> Keep(PartSheet part, IEnumerable<Note> notes)
    {
        foreach (var note in Keep(notes))
        {
            var (from, to) = Layers.Span(part, Stage.SectionAt(note.Tick));
            if (note.Tick >= from && note.Tick < to)
            {
                yield return note;
            }
        }
    }

    /// <summary>Takes out notes that start in a silence or after the last chord, and shortens those that reach into them.</summary>
    public IEnumerable<Note> Keep(IEnumerable<Note> notes)
    {
        foreach (var note in notes)
        {
            var end = Math.Min(note.Tick + note.Length, Stage.Form.LastChordTick);
            var silent = note.Tick >= Stage.Form.LastChordTick;
            foreach (var (from, to) in Transitions.Silences)
            {
                silent |= note.Tick >= from && note.Tick < to;
                end = note.Tick < from ? Math.Min(end, from) : end;
            }

            if (!silent && end > note.Tick)
            {
                yield return note with
                {
                    Length = end - note.Tick,
                };
            }
        }
    }
}
