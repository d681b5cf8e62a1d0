using Troubadour.Analysis;
using Troubadour.Audio;
using Troubadour.Composing;
using Troubadour.Music;
using Troubadour.Portraits;
using Troubadour.Separation;
using Troubadour.Transcription;

namespace Troubadour.Engine;

/// <summary>Listens to a recording from elsewhere: takes it apart, analyses it and writes the song that stands for it.</summary>
/// <param name="job">The request; its brief says what is known of tempo, metre and key.</param>
/// <param name="styles">The styles that new parts may have.</param>
internal sealed class ListenMaker(MakeJob job, StyleLibrary styles)
{
    // A voice that is softer than the whole by more is what leaks into its stem.
    private const double SoftestVoiceLu = 18;
    private const double LeastSungSeconds = 3;

    /// <summary>Writes analysis.json, song.json, song.mid and cover.jpg.</summary>
    public MadeSong Make()
    {
        var whole = job.Tape.Whole;
        var stems = job.Parts.Separator.Separate(whole, Progress(0, 0.5), job.Cancellation);
        var heard = Analyse(whole, stems);
        var song = Write(heard, whole, stems);
        var folder = new ClipFolder(job.Request.Directory);
        using (var file = folder.Create("analysis.json"))
        {
            AnalysisFile.Write(heard, file);
        }

        folder.WriteSong(song);
        return MakeJob.Told(song, whole.Seconds);
    }

    private AnalysisDocument Analyse(AudioBuffer whole, SeparatedSong stems)
    {
        var brief = job.Request.Order.Brief;
        var options = new AnalysisOptions
        {
            Bpm = brief.Bpm,
            Metre = brief.Meter,
            Voice = stems[Stem.Vocals],
            Bass = stems[Stem.Bass],
            Drums = stems[Stem.Drums],
            Other = stems[Stem.Other],
            Threads = Math.Clamp(job.Options.Threads, 1, 2),
        };
        var heard = SongAnalyser.Analyse(whole, options, Progress(0.5, 0.95), job.Cancellation);
        return brief.Key is { } key
            ? heard with
            {
                Key = heard.Key with { Tonic = key.Tonic, Mode = key.IsMinor ? "minor" : "major", Confidence = 1 },
            }
            : heard;
    }

    private Song Write(AnalysisDocument heard, AudioBuffer whole, SeparatedSong stems)
    {
        var brief = job.Request.Order.Brief;
        var isSung = IsSung(heard, whole, stems[Stem.Vocals]);
        var song = SongTranscriber.Write(
            heard,
            new TranscriptionOptions
            {
                Style = StyleEar.Of(heard, isSung, styles),
                Seed = brief.Seed,
                Title = brief.Title,
                IsVocal = isSung,
                Voice = isSung ? Singer(stems[Stem.Vocals], heard) : null,
                Bpm = brief.Bpm,
                Metre = brief.Meter,
            }
        );
        return song with
        {
            Recording = Recording.Whole(""),
            TuneCents = Math.Round(1200 * DeterministicMath.Log2(heard.Key.TuningHz / 440), 1),
            Groove = "",
            Mix = styles.Styles[song.Style].Mix,
        };
    }

    private static bool IsSung(AnalysisDocument heard, AudioBuffer whole, AudioBuffer voice) =>
        heard.VocalActivity.Spans.Sum(span => span.End - span.Start) >= LeastSungSeconds
        && LoudnessMeter.Of(voice).Integrated > LoudnessMeter.Of(whole).Integrated - SoftestVoiceLu;

    // The singer of ours who is most like the one who was heard.
    private static VoiceSpec? Singer(AudioBuffer voice, AnalysisDocument heard)
    {
        try
        {
            return new VoiceMatcher().Match(new VoiceListener().Listen(voice, heard.Melody)).Voice;
        }
        catch (NoVoiceException)
        {
            return null;
        }
    }

    private ShareProgress Progress(double from, double to) => new(job.Progress, MakeStage.Compose, from, to);
}
