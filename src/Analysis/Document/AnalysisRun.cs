using Troubadour.Audio;

namespace Troubadour.Analysis;

/// <summary>One analysis: its stages in their order, two of them beside each other where two threads are allowed.</summary>
internal sealed class AnalysisRun(
    AudioBuffer audio,
    AnalysisOptions options,
    IProgress<double>? progress,
    CancellationToken cancellation
)
{
    private const double SilentLufs = -70;
    private const double UsualLufs = -14;
    private const double MixThreshold = 0.62;
    private const double LoneThreshold = 0.35;
    private const double BassThreshold = 0.4;

    // Instrumentals leave a voice of -40 dB and less behind, songs one of -3 to -6 dB.
    private const double QuietestVoiceDb = -25;

    private bool _silent;
    private bool _isSung;
    private double _gain;

    public AnalysisDocument Run()
    {
        var levels = Levels();
        progress?.Report(0.1);
        var (curves, notes) = Listen();
        progress?.Report(0.5);
        var chroma = new ChromaFrames(notes);
        var evidence = new PulseEvidence(curves, HarmonicChange.Of(chroma, curves.Count));
        var rhythm = _silent ? null : RhythmTracker.Track(evidence, options.Bpm, options.Metre, cancellation);
        progress?.Report(0.7);
        var chords = ChordFinder.Of(chroma, _silent ? new([], []) : BeatSlots.Of(rhythm, audio.Seconds));
        var sections = _silent ? [] : FormFinder.Of(rhythm, chroma, curves, audio.Seconds);
        var (voice, bass) = Lines(notes.TuningHz);
        progress?.Report(0.85);
        var (drums, rest) = Band(notes.TuningHz, rhythm);
        var document = new AnalysisDocument
        {
            Seconds = audio.Seconds,
            Loudness = levels,
            Spectrum = Spectrum.Of(audio),
            Tempo = RhythmFacts.Tempo(rhythm),
            Metre = RhythmFacts.Metre(rhythm),
            Beats = RhythmFacts.Beats(rhythm),
            Downbeats = RhythmFacts.Downbeats(rhythm),
            Key = Key(chroma, chords, notes.TuningHz),
            Chords = [.. chords],
            Sections = [.. sections],
            VocalActivity = _isSung ? LineFacts.Activity(voice) : LineFacts.NoActivity(voice),
            Melody = LineFacts.Melody(voice, _silent ? [] : Tune(voice, rhythm)),
            Bass = LineFacts.Notes(_silent ? [] : Bass(bass, evidence, rhythm)),
            Drums = drums,
            Accompaniment = rest,
        };
        progress?.Report(1);
        return document;
    }

    // What the tune is taken from: without a voice, an instrument leads.
    private AudioBuffer Leading => (_isSung ? options.Voice : options.Other) ?? audio;

    private LoudnessFacts Levels()
    {
        _isSung = options.Voice is null || Power.IsHeard(options.Voice, audio, QuietestVoiceDb);
        var meter = LoudnessMeter.Of(audio);
        var loudness = meter.Integrated;
        _silent = !(loudness > SilentLufs);
        _gain = _silent ? 0 : DeterministicMath.FromDecibels(UsualLufs - loudness);
        return new(Finite(loudness), meter.Range, Finite(TruePeakMeter.Of(audio).Decibels));
    }

    private (OnsetCurves Curves, NoteFrames Notes) Listen()
    {
        OnsetCurves? curves = null;
        NoteFrames? notes = null;
        Both(
            () => curves = OnsetCurves.Of(audio, _gain, cancellation),
            () => notes = NoteFrames.Of(audio, cancellation)
        );
        return (curves!, notes!);
    }

    private (PitchLine Voice, PitchLine Bass) Lines(double tuning)
    {
        PitchLine? voice = null;
        PitchLine? bass = null;
        var alone = options.Voice is not null && _isSung;
        var settings = alone ? SalienceSettings.LoneVoice : SalienceSettings.Voice;
        Both(
            () =>
                voice = LineTracker.Of(
                    SalienceFrames.Of(Leading, settings, _gain, cancellation),
                    tuning,
                    alone ? LoneThreshold : MixThreshold
                ),
            () =>
                bass = LineTracker.Of(
                    SalienceFrames.Of(options.Bass ?? audio, SalienceSettings.Bass, _gain, cancellation),
                    tuning,
                    BassThreshold
                )
        );
        return (voice!, bass!);
    }

    private IReadOnlyList<NoteEstimate> Tune(PitchLine line, Rhythm? rhythm) =>
        options.Voice is not null && _isSung ? VoiceNotes.Of(line, rhythm) : NoteSegments.Of(line, [], rhythm);

    private IReadOnlyList<NoteEstimate> Bass(PitchLine line, PulseEvidence evidence, Rhythm? rhythm) =>
        options.Bass is { } stem
            ? BassNotes.Alone(line, stem, _gain, rhythm, cancellation)
            : BassNotes.InMix(line, evidence.Low, rhythm);

    private (DrumFacts Drums, NoteLine Accompaniment) Band(double tuning, Rhythm? rhythm)
    {
        var (drums, rest) = (DrumFacts.None, NoteLine.None);
        Both(
            () =>
                drums =
                    options.Drums is { } stem && !_silent
                        ? DrumFinder.Of(stem, audio, _gain, rhythm, cancellation)
                        : drums,
            () =>
                rest =
                    options.Other is { } stem && !_silent
                        ? AccompanimentFinder.Of(stem, audio, _gain, tuning, rhythm, cancellation)
                        : rest
        );
        return (drums, rest);
    }

    private KeyFacts Key(ChromaFrames chroma, IReadOnlyList<ChordEstimate> chords, double tuning)
    {
        Span<double> mean = stackalloc double[12];
        chroma.Treble(0, audio.Seconds, mean);
        var key = KeyFinder.Of(mean, chords);
        return _silent || key.Confidence <= 0
            ? new(null, null, tuning, 0)
            : new(key.Tonic, key.IsMinor ? "minor" : "major", tuning, key.Confidence);
    }

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;

    private void Both(Action one, Action other)
    {
        if (options.Threads == 1)
        {
            one();
            other();
            return;
        }

        var task = Task.Run(other, cancellation);
        try
        {
            one();
        }
        finally
        {
            Task.WaitAny(task);
        }

        task.GetAwaiter().GetResult();
    }
}
