using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>A second bass that plays what the first one plays, in its own register: a sub under a bass guitar. Dead notes are left out.</summary>
internal sealed class BassDouble(Band band, PartSheet bass, ImmutableArray<Note> line, Manners manners)
{
    /// <summary>The part's notes, the last chord's included where it plays to the end.</summary>
    public ImmutableArray<Note> Write(PartSheet part)
    {
        var stage = band.Stage;
        var sounding = line.Where(note => manners.Of(note) != Manner.Ghost)
            .Select(note => Doubled(part, note))
            .ToList();
        var kept = band.Keep(part, sounding.Where(note => note.Tick < stage.Form.LastChordTick));
        var last = band.Layers.Plays(part, stage.Last)
            ? sounding.Where(note => note.Tick >= stage.Form.LastChordTick)
            : [];
        return [.. kept, .. last];
    }

    private Note Doubled(PartSheet part, Note note)
    {
        var key = note.Key;
        while (key > part.Register[1])
        {
            key -= 12;
        }

        while (key < part.Register[0])
        {
            key += 12;
        }

        var velocity = note.Velocity * part.Velocity / bass.Velocity;
        return note with { Key = key, Velocity = Math.Clamp(velocity, 1, 127) };
    }
}
