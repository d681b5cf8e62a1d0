using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests;

/// <summary>What holds for every song of the corpus, sung or not.</summary>
public class SongLaws
{
    [Fact]
    public void The_length_is_the_one_asked_for() =>
        Corpus.AssertNone(
            from song in Corpus.All
            where song.Brief.Seconds is { } asked && Math.Abs(song.Seconds - asked) > 1e-9
            select $"{Corpus.Name(song)}: {song.Seconds}"
        );

    [Fact]
    public void A_song_of_free_length_lasts_30_to_240_seconds() =>
        Corpus.AssertNone(
            from song in Corpus.All
            where song.Brief.Seconds is null && song.Seconds is < 30 or > 240
            select $"{Corpus.Name(song)}: {song.Seconds}"
        );

    [Fact]
    public void Sections_follow_one_another_and_the_last_chord_follows_them() =>
        Corpus.AssertNone(Corpus.All.SelectMany(FormBreaches));

    private static IEnumerable<string> FormBreaches(Song song)
    {
        var tick = 0;
        foreach (var section in song.Sections)
        {
            if (section.Tick != tick || section.Length <= 0 || section.Length > section.Bars * song.Meter.TicksPerBar)
            {
                yield return $"{Corpus.Name(song)}: {section} should start at {tick}";
            }

            tick = section.Tick + section.Length;
        }

        var last = song.Chords[^1];
        var seconds = new TimeMap(song.Tempos).SecondsAt(last.Tick);
        if (last.Tick != tick || seconds >= song.Seconds)
        {
            yield return $"{Corpus.Name(song)}: last chord at {last.Tick} ({seconds} s), form ends at {tick}";
        }
    }

    [Fact]
    public void Chords_lie_side_by_side_without_a_gap() =>
        Corpus.AssertNone(
            from song in Corpus.All
            from i in Enumerable.Range(1, song.Chords.Length - 1)
            where song.Chords[i].Tick != song.Chords[i - 1].Tick + song.Chords[i - 1].Length
            select $"{Corpus.Name(song)}: {song.Chords[i - 1]} then {song.Chords[i]}"
        );

    [Fact]
    public void Nothing_sounds_after_the_end() =>
        Corpus.AssertNone(
            from song in Corpus.All
            let map = new TimeMap(song.Tempos)
            let end = song
                .Parts.SelectMany(p => p.Notes)
                .Select(note => note.Tick + note.Length)
                .Concat(song.Vocals.SelectMany(p => p.Notes).Select(note => note.Tick + note.Length))
                .DefaultIfEmpty(int.MaxValue)
                .Max()
            where map.SecondsAt(end) > song.Seconds + 0.05
            select $"{Corpus.Name(song)}: {map.SecondsAt(end):F3} of {song.Seconds:F3}"
        );

    [Fact]
    public void Every_part_has_a_name_of_its_own_and_notes_in_range_and_order() =>
        Corpus.AssertNone(
            from song in Corpus.All
            from part in song.Parts
            let breach = song.Parts.Count(other => other.Id == part.Id) > 1 ? "the name is used twice"
            : part.Notes.IsEmpty ? "it is empty"
            : part.Program is < 0 or > 127 || part.Bank is < 0 or > 128 ? "its program is out of range"
            : part.Notes.Any(n => n.Key is < 0 or > 127) ? "a key is out of range"
            : part.Notes.Any(n => n.Velocity is < 1 or > 127) ? "a velocity is out of range"
            : part.Notes.Any(n => n.Length < 1 || n.Tick < 0) ? "a note has no place"
            : part.Notes.Zip(part.Notes.Skip(1)).Any(p => p.Second.Tick < p.First.Tick) ? "its notes fall back"
            : part.Controls.Zip(part.Controls.Skip(1)).Any(p => p.Second.Tick < p.First.Tick) ? "controls fall back"
            : null
            where breach is not null
            select $"{Corpus.Name(song)}, {part.Id}: {breach}"
        );

    [Fact]
    public void The_tempo_stays_inside_the_styles_range_when_the_words_do_not_force_it() =>
        Corpus.AssertNone(
            from song in Corpus.All
            where song.Brief.Seconds is null or >= 60 || (song.Brief.Seconds >= 29 && !song.Brief.IsVocal)
            let style = Room.Library.Styles[song.Style]
            let effect = EffectOf(song)
            let bpm = song.Tempos[0].QuartersPerMinute * Ticks.PerQuarter / song.Meter.TicksPerPulse
            // A bar that just does not fit may push the tempo a little over the range.
            where bpm < style.Tempo[0] * effect * 0.999 || bpm > style.Tempo[1] * effect * 1.02
            select $"{Corpus.Name(song)}: {bpm:F1} outside {style.Tempo[0] * effect:F1} to {style.Tempo[1] * effect:F1}"
        );

    private static double EffectOf(Song song)
    {
        var mood = song.Brief.Moods.IsEmpty ? 1 : song.Brief.Moods.Average(name => Room.Library.Moods[name].Tempo);
        var genre = song.Brief.IsVocal ? 1 : song.Brief.Genres.Average(name => Room.Library.BgmGenres[name].Tempo);
        return mood * genre;
    }

    [Fact]
    public void The_song_ends_on_a_chord_that_the_band_plays() =>
        Corpus.AssertNone(
            from song in Corpus.All
            let last = song.Chords[^1]
            let lift = song.Sections.IsEmpty ? 0 : song.Sections[^1].Transpose
            let map = new TimeMap(song.Tempos)
            let first = map.TickAt(map.SecondsAt(last.Tick) - 0.02)
            let until = map.TickAt(map.SecondsAt(last.Tick) + 0.12)
            let keys = song
                .Parts.Where(p => p.Role != PartRole.Drums)
                .SelectMany(p => p.Notes)
                .Where(n => n.Tick >= first && n.Tick <= until)
                .ToList()
            let home = (song.Key.Tonic + lift) % 12
            where keys.Count == 0 || last.Chord.Root != home || keys.Any(n => !last.Chord.Contains(n.Key))
            select $"{Corpus.Name(song)}: {last.Chord} in {song.Key}, played {string.Join(' ', keys.Select(k => k.Key))}"
        );
}
