using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Hears the tunes of a song from what is sung and played in it.</summary>
internal sealed class SourceTunes(SourceSong source, double bpm)
{
    private readonly Song _song = source.Song;

    /// <summary>The first tune of each kind of section, except where a stretch of the song is to be forgotten.</summary>
    /// <param name="forgets">Kinds of sections whose tunes are not taken up.</param>
    /// <param name="from">First tick of the stretch that is forgotten.</param>
    /// <param name="to">The tick after it.</param>
    public TuneMemory Hear(ImmutableArray<string> forgets, int from, int to)
    {
        var memory = TuneMemory.Empty;
        foreach (var section in _song.Sections.Where(section => !forgets.Contains(section.Kind)))
        {
            var inside = section.Tick < to && section.Tick + section.Length > from;
            memory = inside ? memory : Sung(Played(memory, section), section);
        }

        return memory;
    }

    /// <summary>The tunes of the whole song.</summary>
    public TuneMemory Hear() => Hear([], -1, -1);

    private TuneMemory Sung(TuneMemory memory, SongSection section)
    {
        var phrases = source.LeadsIn(section.Tick, section.Tick + section.Length).ToImmutableArray();
        var lines = source.Lines(section.Tick, Math.Max(1, section.Bars), phrases);
        ImmutableArray<LineShape> shapes =
        [
            .. lines.Select(line =>
                LineShape.Of(line.Given!, section.Tick + line.StartBar * source.Bar, section.Transpose)
            ),
        ];
        if (shapes.IsEmpty)
        {
            return memory;
        }

        var texts = memory.Texts;
        for (var i = 0; i < shapes.Length; i++)
        {
            texts = texts.ContainsKey(lines[i].Text) ? texts : texts.Add(lines[i].Text, shapes[i]);
        }

        return memory with
        {
            Texts = texts,
            Sung = memory.Sung.ContainsKey(section.Kind) ? memory.Sung : memory.Sung.Add(section.Kind, shapes),
        };
    }

    // The melody instrument's lines have as many bars as LeadWriter gives them.
    private TuneMemory Played(TuneMemory memory, SongSection section)
    {
        var kind = section.Kind == "outro" ? "chorus" : section.Kind;
        var end = section.Tick + section.Length;
        if (memory.Played.ContainsKey(kind) || source.LeadsIn(section.Tick, end).Any())
        {
            return memory;
        }

        var ticks = LeadWriter.UsualBars(_song.Meter, bpm) * source.Bar;
        var shapes = ImmutableArray.CreateBuilder<LineShape>();
        for (var tick = section.Tick; tick + ticks <= end; tick += ticks)
        {
            if (Line(tick, tick + ticks, section.Transpose) is not { } shape)
            {
                break;
            }

            shapes.Add(shape);
        }

        return shapes.Count == 0 ? memory : memory with { Played = memory.Played.Add(kind, shapes.ToImmutable()) };
    }

    // The longest note of each sixteenth: ornaments are the player's own.
    private LineShape? Line(int from, int to, int transpose)
    {
        var notes = _song
            .Parts.Where(part => part.Role == PartRole.Lead)
            .Take(1)
            .SelectMany(part => part.Notes)
            .Select(note =>
                note with
                {
                    Tick = Sixteenth(source.Straight(note.Tick)),
                    Length = Math.Max(1, Sixteenth(note.Length)),
                }
            )
            .Where(note => note.Tick >= Sixteenth(from) && note.Tick < Sixteenth(to))
            .GroupBy(note => note.Tick)
            .Select(group => group.MaxBy(note => note.Length))
            .OrderBy(note => note.Tick)
            .ToImmutableArray();
        return notes.Length < 2
            ? null
            : new LineShape(
                [.. notes.Select(note => note.Tick - Sixteenth(from))],
                [.. notes.Select(note => note.Length)],
                [.. notes.Select(note => note.Key - transpose)],
                [.. Enumerable.Range(0, notes.Length)]
            );
    }

    private static int Sixteenth(int ticks) => (int)Math.Round((double)ticks / Ticks.PerSixteenth);
}
