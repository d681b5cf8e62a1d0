using System.Collections.Immutable;
using Troubadour.Alignment;
using Troubadour.Analysis;
using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>Finds when given words are sung in a recording from elsewhere.</summary>
/// <param name="job">The request; its brief has the words, its source is the song that stands for the recording.</param>
/// <param name="pronouncer">Says the words.</param>
internal sealed class AlignMaker(MakeJob job, Pronouncer pronouncer)
{
    /// <summary>Writes lyrics.json.</summary>
    public MadeSong Make()
    {
        var song = job.Request.Source ?? throw new SongRefusedException("There is no clip to work on.");
        var aligner = new WordAligner(
            new AlignmentOptions { WorkFolder = job.Request.Directory },
            pronouncer,
            job.Parts.HasVoice ? () => job.Parts.Singer : null
        );
        var found = aligner.Align(job.Tape.Voices, job.Request.Order.Brief.Lyrics, Hints(song), job.Cancellation);
        new ClipFolder(job.Request.Directory).WriteJson("lyrics.json", Times(found));
        return MakeJob.Told(song, job.Tape.Whole.Seconds);
    }

    private static AlignmentHints Hints(Song song)
    {
        var map = new TimeMap(song.Tempos);
        ImmutableArray<NoteEstimate> notes =
        [
            .. song
                .Vocals.SelectMany(phrase => phrase.Notes)
                .OrderBy(note => note.Tick)
                .Select(note => new NoteEstimate(
                    map.SecondsAt(note.Tick),
                    map.SecondsAt(note.Tick + note.Length),
                    note.Key,
                    null,
                    null,
                    1
                )),
        ];
        ImmutableArray<TimeSpanSeconds> voiced =
        [
            .. song
                .Vocals.OrderBy(phrase => phrase.Notes[0].Tick)
                .Select(phrase => new TimeSpanSeconds(
                    map.SecondsAt(phrase.Notes[0].Tick),
                    map.SecondsAt(phrase.Notes[^1].Tick + phrase.Notes[^1].Length)
                )),
        ];
        return new AlignmentHints { Melody = notes, Voiced = voiced };
    }

    private static LyricTimes Times(AlignedLyrics found) =>
        new([
            .. found.Lines.Select(line => new LineTime(
                line.Text,
                line.Start,
                line.End,
                [
                    .. line.Words.Select(word => new WordTime(word.Text, Round(word.Start), Round(word.End))
                    {
                        Confidence = word.Success ? Round(word.Confidence) : 0,
                    }),
                ]
            )),
        ]);

    private static double Round(double value) => Math.Round(value, 3);
}
