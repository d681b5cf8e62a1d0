using Troubadour.Analysis;
using Troubadour.Music;

namespace Troubadour.Transcription;

/// <summary>Writes what was heard in a sound as a song, so that edits of songs work on it.</summary>
public static class SongTranscriber
{
    private const double SlowestBpm = 40;
    private const double FastestBpm = 240;
    private const double UsualMost = 240;

    /// <summary>
    /// Writes the song. Its tick 0 is the sound's second 0, its bar lines and beats are those that were heard, to within 1 ms, and it is as long
    /// as the sound. The form is cut at bar lines; the last chord follows it. The same document and options give the same song.
    /// </summary>
    /// <param name="document">What was heard; findings that make no sense (notes outside the sound) are passed over.</param>
    /// <param name="options">What is given beside it.</param>
    /// <returns>A song with at least one section and two chords, and with the parts drums, bass, chords and lead where they have notes.</returns>
    /// <exception cref="ArgumentException">The document's length is no number of 0 or more, or the tempo is outside 40 to 240.</exception>
    public static Song Write(AnalysisDocument document, TranscriptionOptions options)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(options);
        Check(document, options);
        var grid = BeatGrid.Of(document, options);
        var key = KeyOf(document.Key);
        var sections = FormWriter.Of(document, grid);
        var (sung, played) = VoicedNotes.Of(document, options.IsVocal);
        var writer = new PhraseWriter(grid, sections);
        var phrases = writer.Of(sung, options, document.Seconds);
        var text = writer.Lyrics(phrases);
        VoiceSpec? voice = phrases.IsEmpty ? null : StandIn.Of(phrases, options);
        return new Song
        {
            Brief = Brief(document, options, voice, text) with
            {
                Key = key,
                Meter = grid.Meter,
                Bpm = Math.Clamp(grid.Bpm, SlowestBpm, FastestBpm),
            },
            Style = options.Style,
            Title = options.Title,
            Key = key,
            Meter = grid.Meter,
            Tempos = grid.Tempos,
            Seconds = document.Seconds,
            Sections = sections,
            Chords = ChordWriter.Of(document, grid, key, sections[^1].Tick + sections[^1].Length),
            Parts = new PartWriter(grid, document.Seconds).Of(document, played),
            Voice = voice,
            Vocals = phrases,
            Lyrics = text,
            Mix = new(),
        };
    }

    private static SongBrief Brief(
        AnalysisDocument document,
        TranscriptionOptions options,
        VoiceSpec? voice,
        string lyrics
    ) =>
        new()
        {
            IsVocal = voice is not null,
            Lyrics = lyrics,
            Title = options.Title,
            Gender = voice?.Gender,
            Timbre = voice?.Timbre,
            Person = voice?.Person,
            Seconds = document.Seconds,
            MostSeconds = Math.Max(UsualMost, document.Seconds),
            Seed = options.Seed,
        };

    private static Key KeyOf(KeyFacts heard) =>
        heard.Tonic is { } tonic and >= 0 and < 12
            ? new(tonic, heard.Mode == "minor" ? Mode.Minor : Mode.Major)
            : new(0, Mode.Major);

    private static void Check(AnalysisDocument document, TranscriptionOptions options)
    {
        if (!(document.Seconds is >= 0 and <= SongAnalyser.MostSeconds))
        {
            throw new ArgumentException(
                $"The document's sound lasts {document.Seconds} s; 0 to {SongAnalyser.MostSeconds} s are allowed.",
                nameof(document)
            );
        }

        if (options.Bpm is { } bpm && !(bpm is >= SlowestBpm and <= FastestBpm))
        {
            throw new ArgumentException($"The tempo is {bpm}; 40 to 240 are allowed.", nameof(options));
        }
    }
}
