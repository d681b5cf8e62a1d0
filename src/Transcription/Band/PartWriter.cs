using System.Collections.Immutable;
using Troubadour.Analysis;
using Troubadour.Music;

namespace Troubadour.Transcription;

/// <summary>The band: drums, bass, chords and the lead instrument, each where something was heard of it.</summary>
internal sealed class PartWriter(BeatGrid grid, double seconds)
{
    private const int FingeredBass = 33;
    private const int Piano = 0;
    private const int Flute = 73;
    private const int Clarinet = 71;
    private const int LowestOfFlute = 65;

    /// <summary>The parts that have notes.</summary>
    /// <param name="document">What was heard.</param>
    /// <param name="lead">The notes of the tune that nobody sings.</param>
    public ImmutableArray<Part> Of(AnalysisDocument document, IReadOnlyList<NoteEstimate> lead)
    {
        var high = lead.Count > 0 && lead.Average(note => note.Key) >= LowestOfFlute;
        Part[] parts =
        [
            new(
                "drums",
                PartRole.Drums,
                InstrumentTrack.PercussionBank,
                0,
                new(ReverbDb: -22),
                new DrumWriter(grid).Of(document.Drums.Hits, seconds),
                []
            ),
            Line("bass", PartRole.Bass, FingeredBass, new(ReverbDb: -59), document.Bass.Notes),
            new(
                "chords",
                PartRole.Chords,
                0,
                Piano,
                new(ReverbDb: -16),
                Apart(HeardNotes.Of(document.Accompaniment.Notes, seconds), note => note.Key),
                []
            ),
            Line("lead", PartRole.Lead, high ? Flute : Clarinet, new(Pan: 0.15, ReverbDb: -14), lead),
        ];
        return [.. parts.Where(part => !part.Notes.IsEmpty)];
    }

    private Part Line(string id, PartRole role, int program, PartMix mix, IEnumerable<NoteEstimate> notes) =>
        new(id, role, 0, program, mix, Apart(HeardNotes.Line(notes, seconds), _ => 0), []);

    // No string is struck again before it was let go: a chord has one for each key, a line has one.
    private ImmutableArray<Note> Apart(List<NoteEstimate> heard, Func<NoteEstimate, int> stringOf)
    {
        var notes = new List<Note>();
        foreach (var own in heard.GroupBy(stringOf))
        {
            Note? open = null;
            foreach (var note in own.Select(Write).OrderBy(note => note.Tick).ThenByDescending(note => note.Length))
            {
                if (open is { } last && last.Tick < note.Tick)
                {
                    notes.Add(last with { Length = Math.Min(last.Length, note.Tick - last.Tick) });
                }

                open = open is { } same && same.Tick == note.Tick ? same : note;
            }

            notes.Add(open!.Value);
        }

        return [.. notes.OrderBy(note => note.Tick).ThenBy(note => note.Key)];
    }

    private Note Write(NoteEstimate note)
    {
        var start = Math.Clamp(grid.Soft(note.Start), 0, grid.Last - 1);
        var end = Math.Clamp(grid.Tick(note.End), start + 1, grid.Last);
        return new(start, end - start, note.Key, Velocities.Of(note.Strength));
    }
}
