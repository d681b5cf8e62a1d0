using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>Flattens a song's musical time to seconds, for those who sing and play.</summary>
public static class ScoreFlattener
{
    /// <summary>One track a part, in the song's order.</summary>
    public static ImmutableArray<InstrumentTrack> Tracks(Song song)
    {
        ArgumentNullException.ThrowIfNull(song);
        var map = new TimeMap(song.Tempos);
        return [.. song.Parts.Select(part => Track(part, map) with { TuneCents = song.TuneCents })];
    }

    /// <summary>One score a sung phrase, in the song's order.</summary>
    public static ImmutableArray<PhraseScore> Phrases(Song song)
    {
        ArgumentNullException.ThrowIfNull(song);
        var map = new TimeMap(song.Tempos);
        return [.. song.Vocals.Select(phrase => Phrase(phrase, map, song.TuneCents / 100))];
    }

    private static InstrumentTrack Track(Part part, TimeMap map) =>
        new(
            part.Id,
            part.Bank,
            part.Program,
            [
                .. part.Notes.Select(note => new TimedNote(
                    map.SecondsAt(note.Tick),
                    map.SecondsAt(note.Tick + note.Length),
                    note.Key,
                    note.Velocity
                )),
            ],
            [.. part.Controls.Select(c => new TimedControl(map.SecondsAt(c.Tick), c.Controller, c.Value))]
        )
        {
            Patch = part.Patch,
        };

    private static PhraseScore Phrase(VocalPhrase phrase, TimeMap map, double tune) =>
        new(
            phrase.Words,
            [
                .. phrase.Notes.Select(note => new SungNote(
                    map.SecondsAt(note.Tick),
                    map.SecondsAt(note.Tick + note.Length),
                    note.Key + tune,
                    note.Syllable
                )),
            ],
            phrase.Layer,
            phrase.Effort,
            phrase.Vibrato,
            phrase.Rap,
            phrase.TakeLine ?? phrase.Line
        );
}
