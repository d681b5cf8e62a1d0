using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>The score of a song's clip: moved to tick 0, with tempo, harmony and controllers in force where it starts.</summary>
internal sealed class ClipScore
{
    // Players come early by less than this: such a note belongs to the beat after it.
    private const int Early = Ticks.PerQuarter / 8;

    private readonly int _from;

    private ClipScore(int from) => _from = from;

    /// <summary>The score of the clip; a whole song is given as it is.</summary>
    public static Song Of(Song song) => song.From == 0 ? song : new ClipScore(song.From).Cut(song);

    /// <summary>True when the phrase is sung in the clip.</summary>
    public static bool Holds(Song song, VocalPhrase phrase) => phrase.Notes[0].Tick >= song.From - Early;

    private Song Cut(Song song) =>
        song with
        {
            From = 0,
            Seconds = ClipWindow.Of(song).Seconds,
            Tempos = Tempos(song.Tempos),
            Sections =
            [
                .. song
                    .Sections.Where(section => section.Tick + section.Length > _from)
                    .Select(section =>
                    {
                        var (tick, length) = Span(section.Tick, section.Length);
                        return section with { Tick = tick, Length = length };
                    }),
            ],
            Chords =
            [
                .. song
                    .Chords.Where(chord => chord.Tick + chord.Length > _from)
                    .Select(chord =>
                    {
                        var (tick, length) = Span(chord.Tick, chord.Length);
                        return chord with { Tick = tick, Length = length };
                    }),
            ],
            Parts = [.. song.Parts.Select(Part)],
            Vocals =
            [
                .. song
                    .Vocals.Where(phrase => Holds(song, phrase))
                    .Select(phrase =>
                        phrase with
                        {
                            Notes = [.. phrase.Notes.Select(note => note with { Tick = Moved(note.Tick) })],
                        }
                    ),
            ],
        };

    private int Moved(int tick) => Math.Max(0, tick - _from);

    private (int Tick, int Length) Span(int tick, int length)
    {
        var start = Moved(tick);
        return (start, tick + length - _from - start);
    }

    private ImmutableArray<TempoChange> Tempos(ImmutableArray<TempoChange> tempos) =>
        [
            tempos.Last(change => change.Tick <= _from) with
            {
                Tick = 0,
            },
            .. tempos.Where(change => change.Tick > _from).Select(change => change with { Tick = change.Tick - _from }),
        ];

    private Part Part(Part part) =>
        part with
        {
            Notes =
            [
                .. part
                    .Notes.Where(note => note.Tick >= _from - Early && note.Tick + note.Length > _from)
                    .Select(note =>
                    {
                        var (tick, length) = Span(note.Tick, note.Length);
                        return note with { Tick = tick, Length = length };
                    }),
            ],
            Controls =
            [
                .. part
                    .Controls.Where(control => control.Tick <= _from)
                    .GroupBy(control => control.Controller)
                    .OrderBy(group => group.Key)
                    .Select(group => group.Last() with { Tick = 0 }),
                .. part
                    .Controls.Where(control => control.Tick > _from)
                    .Select(control => control with { Tick = control.Tick - _from }),
            ],
        };
}
