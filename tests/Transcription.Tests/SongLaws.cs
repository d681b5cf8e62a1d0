using System.Text.Json;
using System.Text.Json.Serialization;
using Troubadour.Music;

namespace Troubadour.Transcription.Tests;

/// <summary>What holds for every song that is written from a document, whatever was heard.</summary>
public class SongLaws
{
    private const int Count = 400;

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    private static readonly Lazy<List<Song>> s_songs = new(() =>
        [.. Enumerable.Range(0, Count).Select(seed => SongTranscriber.Write(Documents.Wild(seed), Documents.Options))]
    );

    [Fact]
    public void The_wild_documents_have_something_of_everything()
    {
        Assert.InRange(s_songs.Value.Count(song => song.Voice is not null), Count / 4, Count - 1);
        Assert.All(
            new[] { "drums", "bass", "chords", "lead" },
            id => Assert.InRange(s_songs.Value.Count(song => song.Parts.Any(part => part.Id == id)), Count / 4, Count)
        );
        Assert.Contains(s_songs.Value, song => song.Tempos.Length > 20);
    }

    [Fact]
    public void Sections_follow_one_another_on_bar_lines_and_the_last_chord_follows_them() =>
        None(song =>
        {
            var tick = 0;
            foreach (var section in song.Sections)
            {
                if (section.Tick != tick || section.Length < 1 || tick % song.Meter.TicksPerBar != 0)
                {
                    return $"{section} should start at {tick}";
                }

                if ((section.Length + song.Meter.TicksPerBar - 1) / song.Meter.TicksPerBar != section.Bars)
                {
                    return $"{section} has other bars";
                }

                tick += section.Length;
            }

            return song.Chords[^1].Tick != tick ? $"last chord at {song.Chords[^1].Tick}, form ends at {tick}"
                : song.Sections.Any(s => s.Energy is not (>= 0 and <= 1)) ? "an energy is out of range"
                : null;
        });

    [Fact]
    public void The_form_ends_within_the_sound_and_a_bar_or_two_before_its_end() =>
        None(song =>
        {
            var map = new TimeMap(song.Tempos);
            var end = song.Chords[^1].Tick;
            return song.Seconds > 0.01 && map.SecondsAt(end) >= song.Seconds ? "the last chord starts too late"
                : map.TickAt(song.Seconds) - end > 2 * song.Meter.TicksPerBar + 1 ? "the form ends too early"
                : null;
        });

    [Fact]
    public void Chords_lie_side_by_side_on_beats_from_the_start_on() =>
        None(song =>
            song.Chords[0].Tick != 0 ? "no chord at the start"
            : song.Chords.Any(c => c.Length < 1) ? "a chord has no length"
            : song.Chords.Zip(song.Chords.Skip(1)).Any(p => p.First.Tick + p.First.Length != p.Second.Tick) ? "a gap"
            : song.Chords.SkipLast(1).Any(c => c.Tick % song.Meter.TicksPerPulse != 0) ? "off the beat"
            : null
        );

    [Fact]
    public void Parts_have_names_of_their_own_and_notes_in_range_and_order() =>
        None(song =>
            song.Parts.Select(part => part.Id).Distinct().Count() != song.Parts.Length
                ? "a name is used twice"
                : song.Parts.Select(Breach).FirstOrDefault(breach => breach is not null)
        );

    [Fact]
    public void Nothing_sounds_after_the_end() =>
        None(song =>
        {
            var end = song
                .Parts.SelectMany(part => part.Notes)
                .Select(note => note.Tick + note.Length)
                .Concat(song.Vocals.SelectMany(p => p.Notes).Select(note => note.Tick + note.Length))
                .DefaultIfEmpty(0)
                .Max();
            var late = new TimeMap(song.Tempos).SecondsAt(end) - song.Seconds;
            return song.Seconds > 0.01 && late > 0.001 ? $"{late} s too late" : null;
        });

    [Fact]
    public void Phrases_and_their_notes_do_not_overlap_and_sing_every_syllable() =>
        None(song =>
        {
            var free = 0;
            foreach (var (phrase, index) in song.Vocals.Select((phrase, index) => (phrase, index)))
            {
                var syllables = phrase.Words.Sum(word => word.Syllables.Length);
                var sung = phrase.Notes.Select(note => note.Syllable).ToList();
                if (phrase.Line != index || sung[0] != 0 || sung[^1] != syllables - 1)
                {
                    return $"line {index} has {syllables} syllables";
                }

                if (sung.Zip(sung.Skip(1)).Any(p => p.Second - p.First is not (0 or 1)))
                {
                    return $"line {index} skips a syllable";
                }

                foreach (var note in phrase.Notes)
                {
                    if (note.Tick < free || note.Length < 1 || note.Key is < 30 or > 96)
                    {
                        return $"{note} when {free} is free";
                    }

                    free = note.Tick + note.Length;
                }
            }

            return null;
        });

    [Fact]
    public void The_lyrics_are_the_lines_under_tags_of_their_sections() =>
        None(song =>
        {
            var rows = song.Lyrics.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var lines = rows.Where(row => row[0] != '[');
            var tags = rows.Where(row => row[0] == '[').Select(row => row.Trim('[', ']'));
            return !lines.SequenceEqual(song.Vocals.Select(phrase => phrase.Text)) ? "other lines"
                : tags.Any(tag => song.Sections.All(section => section.Kind != tag)) ? "a tag without a section"
                : rows.Length > 0 && rows[0][0] != '[' ? "no tag at the start"
                : song.Brief.Lyrics != song.Lyrics || song.Brief.IsVocal != (song.Voice is not null) ? "another brief"
                : song.Voice is null != song.Vocals.IsEmpty ? "a voice without phrases"
                : null;
        });

    [Fact]
    public void A_song_is_as_long_as_its_sound_and_its_tempo_is_one_that_briefs_allow() =>
        None(song =>
            song.Seconds != song.Brief.Seconds || song.Brief.Bpm is not (>= 40 and <= 240) ? "brief"
            : song.Brief.Meter != song.Meter || song.Brief.Key != song.Key ? "brief's metre and key"
            : null
        );

    [Fact]
    public void The_same_document_gives_the_same_song_and_the_song_is_read_as_it_was_written()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var text = JsonSerializer.Serialize(s_songs.Value[seed], s_json);
            var again = SongTranscriber.Write(Documents.Wild(seed), Documents.Options);
            Assert.Equal(text, JsonSerializer.Serialize(again, s_json));
            var read = JsonSerializer.Deserialize<Song>(text, s_json);
            Assert.Equal(text, JsonSerializer.Serialize(read, s_json));
        }
    }

    private static string? Breach(Part part) =>
        part.Notes.IsEmpty ? "it is empty"
        : part.Notes.Any(n => n.Key is < 0 or > 127 || n.Velocity is < 1 or > 127) ? "a value is out of range"
        : part.Notes.Any(n => n.Length < 1 || n.Tick < 0) ? "a note has no place"
        : part.Notes.Zip(part.Notes.Skip(1)).Any(p => p.Second.Tick < p.First.Tick) ? "its notes fall back"
        : part
            .Notes.GroupBy(n => n.Key)
            .Any(key =>
                part.Role != PartRole.Drums
                && key.Zip(key.Skip(1)).Any(p => p.First.Tick + p.First.Length > p.Second.Tick)
            )
            ? $"a key of {part.Id} is struck while it sounds"
        : part.Role is PartRole.Bass or PartRole.Lead
        && part.Notes.Zip(part.Notes.Skip(1)).Any(p => p.First.Tick == p.Second.Tick)
            ? $"{part.Id} plays two notes at a time"
        : null;

    private static void None(Func<Song, string?> breach)
    {
        var breaches = s_songs.Value.Select((song, seed) => breach(song) is { } text ? $"{seed}: {text}" : "");
        Assert.Equal("", string.Join('\n', breaches.Where(text => text.Length > 0).Take(5)));
    }
}
