using System.Collections.Immutable;
using Troubadour.Analysis;
using Troubadour.Music;

namespace Troubadour.Transcription.Tests;

/// <summary>What is sung, on which words.</summary>
public class VoiceTests
{
    private static readonly AnalysisDocument s_tune = Documents.Beaten(30, Meter.Common, 0, 0.5) with
    {
        VocalActivity = new(10, [], [new(0, 20)], 1),
        Melody = new(50, [], Tune(), 1),
        Sections =
        [
            new(0, 8, 4, "verse", "A", 0.2, 1),
            new(8.2, 16, 4, "chorus", "B", 1, 1),
            new(16, 30, 7, "outro", "C", 0, 1),
        ],
    };

    [Fact]
    public void Phrases_end_at_pauses_and_are_sung_on_la()
    {
        var song = SongTranscriber.Write(s_tune, Documents.Options);
        Assert.Equal(4, song.Vocals.Length);
        Assert.Equal("La la la la la la", song.Vocals[0].Text);
        Assert.Equal(
            "[verse]\nLa la la la la la\nLa la la la la la\n[chorus]\nLa la la la la la\nLa la la la la la",
            song.Lyrics
        );
        Assert.All(song.Vocals[0].Words, word => Assert.Equal("l aa", string.Join(' ', word.Syllables[0].Phones)));
        Assert.True(song.Vocals[3].Effort > song.Vocals[0].Effort);
        Assert.Equal(["verse", "chorus", "outro"], song.Sections.Select(section => section.Kind));
        Assert.Equal([0, 15360, 30720], song.Sections.Select(section => section.Tick));
    }

    [Fact]
    public void Long_lines_are_cut_to_fourteen_notes()
    {
        ImmutableArray<NoteEstimate> notes =
        [
            .. Enumerable.Range(0, 60).Select(i => new NoteEstimate(i * 0.25, i * 0.25 + 0.24, 60, null, null, 1)),
        ];
        var song = SongTranscriber.Write(s_tune with { Melody = new(50, [], notes, 1) }, Documents.Options);
        Assert.All(song.Vocals, phrase => Assert.InRange(phrase.Notes.Length, 3, 14));
        Assert.Equal(60, song.Vocals.Sum(phrase => phrase.Notes.Length));
    }

    [Fact]
    public void Quick_notes_are_turns_on_one_syllable()
    {
        ImmutableArray<NoteEstimate> notes =
        [
            new(1, 1.1, 60, null, null, 1),
            new(1.1, 1.5, 62, null, null, 1),
            new(1.5, 2, 64, null, null, 1),
        ];
        var song = SongTranscriber.Write(s_tune with { Melody = new(50, [], notes, 1) }, Documents.Options);
        Assert.Equal([0, 0, 1], song.Vocals[0].Notes.Select(note => note.Syllable));
        Assert.Equal("La la", song.Vocals[0].Text);
    }

    [Fact]
    public void Known_words_take_the_place_of_la_syllable_by_syllable()
    {
        ImmutableArray<TimedWord> words =
        [
            new(new("over", true, [new(["ow"], 1), new(["v", "er"], 0)]), 1, 2),
            new(new("the", false, [new(["dh", "ax"], 0)]), 2, 2.5),
            new(new("moon", true, [new(["m", "uw", "n"], 1)]), 2.5, 3.9),
            new(new("tonight", true, [new(["t", "ax"], 0), new(["n", "ay", "t"], 1)]), 24, 25),
        ];
        var song = SongTranscriber.Write(s_tune, Documents.Options with { Words = words });
        Assert.Equal(["Over the moon", "Tonight"], song.Vocals.Select(phrase => phrase.Text));
        Assert.Equal("[verse]\nOver the moon\n[outro]\nTonight", song.Lyrics);
        Assert.Equal([0, 1, 2, 3, 3, 3], song.Vocals[0].Notes.Select(note => note.Syllable));
        Assert.Equal([1920, 2880, 3840, 4800, 5760, 6720], song.Vocals[0].Notes.Select(note => note.Tick));
        // Nothing was heard there: the word is sung on the nearest note.
        Assert.Equal([24 * 1920, 24 * 1920 + 960], song.Vocals[1].Notes.Select(note => note.Tick));
    }

    [Fact]
    public void Random_words_are_all_sung_in_order()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var random = new RandomStream(seed, "words");
            var words = ImmutableArray.CreateBuilder<TimedWord>();
            for (var at = random.Next(0, 2); at < 25; at += random.Next(0.3, 2))
            {
                var syllables = Enumerable.Repeat(new Syllable(["aa"], 1), 1 + random.NextInt(3));
                words.Add(new(new($"w{words.Count}", true, [.. syllables]), at, at + random.Next(0.1, 1)));
            }

            var wild = Documents.Wild(seed) with { Seconds = 30 };
            var song = SongTranscriber.Write(wild, Documents.Options with { Words = words.ToImmutable() });
            var sung = string.Join(' ', song.Vocals.Select(phrase => phrase.Text.ToLowerInvariant()));
            Assert.Equal(string.Join(' ', words.Select(word => word.Word.Text)), sung);
            var free = 0;
            foreach (var note in song.Vocals.SelectMany(phrase => phrase.Notes))
            {
                Assert.True(note.Tick >= free && note.Length > 0, $"seed {seed}: {note}");
                free = note.Tick + note.Length;
            }
        }
    }

    [Fact]
    public void An_instrumental_plays_its_tune()
    {
        var song = SongTranscriber.Write(s_tune, Documents.Options with { IsVocal = false });
        Assert.Empty(song.Vocals);
        Assert.False(song.Brief.IsVocal);
        Assert.Equal("", song.Lyrics);
        Assert.Equal(24, song.Parts.Single(part => part.Role == PartRole.Lead).Notes.Length);
    }

    [Fact]
    public void The_stand_in_is_the_one_asked_for_or_one_of_the_tunes_height()
    {
        var asked = new VoiceSpec(Gender.Male, Timbre.Husky) { Person = 9 };
        Assert.Equal(asked, SongTranscriber.Write(s_tune, Documents.Options with { Voice = asked }).Voice);
        Assert.Equal(Gender.Female, SongTranscriber.Write(s_tune, Documents.Options).Voice!.Value.Gender);
        var low = s_tune.Melody.Notes.Select(note => note with { Key = note.Key - 12 });
        var song = SongTranscriber.Write(s_tune with { Melody = new(50, [], [.. low], 1) }, Documents.Options);
        Assert.Equal(Gender.Male, song.Voice!.Value.Gender);
        Assert.Equal(Gender.Male, song.Brief.Gender);
    }

    [Fact]
    public void Chords_go_on_where_none_is_heard()
    {
        ImmutableArray<ChordEstimate> chords =
        [
            new(0, 2, "N", null, null, 1),
            new(2, 4.1, "F#m7", 6, ChordQuality.Minor7, 1),
            new(4.1, 6, "N", null, null, 1),
            new(6, 8, "C/E", 0, ChordQuality.Major, 1),
        ];
        var song = SongTranscriber.Write(s_tune with { Chords = chords }, Documents.Options);
        Assert.Equal(["F#m7", "C/E", "C/E"], song.Chords.Select(span => span.Chord.ToString()));
        Assert.Equal([0, 6 * 1920], song.Chords.Take(2).Select(span => span.Tick));
    }

    private static ImmutableArray<NoteEstimate> Tune() =>
        [
            .. Enumerable
                .Range(0, 4)
                .SelectMany(line =>
                    Enumerable
                        .Range(0, 6)
                        .Select(i => new NoteEstimate(
                            1 + 4 * line + 0.5 * i,
                            1.4 + 4 * line + 0.5 * i,
                            64 + i,
                            null,
                            null,
                            1
                        ))
                ),
        ];
}
