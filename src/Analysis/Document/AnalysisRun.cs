using System.Collections.Immutable;
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
    private const double MixThreshold = 0.62;
    private const double LoneThreshold = 0.35;
    private const double StrikeHeight = 0.25;
    private const double StrikeGrowth = 1.05;
    private const double BassThreshold = 0.4;

    public AnalysisDocument Run()
    {
        var loudness = LoudnessMeter.Of(audio).Integrated;
        var range = LoudnessMeter.Of(audio).Range;
        var peak = TruePeakMeter.Of(audio).Decibels;
        var gain = loudness > SilentLufs ? DeterministicMath.FromDecibels(-14 - loudness) : 0;
        progress?.Report(0.1);
        OnsetCurves? curves = null;
        NoteFrames? notes = null;
        Both(
            () => curves = OnsetCurves.Of(audio, gain, cancellation),
            () => notes = NoteFrames.Of(audio, cancellation)
        );
        progress?.Report(0.5);
        var chroma = new ChromaFrames(notes!);
        var evidence = new PulseEvidence(curves!, HarmonicChange.Of(chroma, curves!.Count));
        var rhythm = gain == 0 ? null : RhythmTracker.Track(evidence, options.Bpm, options.Metre, cancellation);
        progress?.Report(0.7);
        var slots = gain == 0 ? new([], []) : BeatSlots.Of(rhythm, audio.Seconds);
        var chords = ChordFinder.Of(chroma, slots);
        Span<double> mean = stackalloc double[12];
        chroma.Treble(0, audio.Seconds, mean);
        var key = KeyFinder.Of(mean, chords);
        var sections = gain == 0 ? [] : FormFinder.Of(rhythm, chroma, curves, audio.Seconds);
        PitchLine? voice = null;
        PitchLine? bass = null;
        var voiceSettings = options.Voice is null ? SalienceSettings.Voice : SalienceSettings.LoneVoice;
        var tuning = notes!.TuningHz;
        Both(
            () =>
                voice = LineTracker.Of(
                    SalienceFrames.Of(options.Voice ?? audio, voiceSettings, gain, cancellation),
                    tuning,
                    options.Voice is null ? MixThreshold : LoneThreshold
                ),
            () =>
                bass = LineTracker.Of(
                    SalienceFrames.Of(options.Bass ?? audio, SalienceSettings.Bass, gain, cancellation),
                    tuning,
                    BassThreshold
                )
        );
        var tune = gain == 0 ? [] : NoteSegments.Of(voice!, [], rhythm);
        var bassNotes =
            gain == 0
                ? []
                : NoteSegments.Of(bass!, Strikes.Of(evidence.Low, StrikeHeight, bass!, StrikeGrowth), rhythm);
        progress?.Report(1);
        return new()
        {
            Seconds = audio.Seconds,
            Loudness = new(Finite(loudness), range, Finite(peak)),
            Spectrum = Spectrum.Of(audio),
            Tempo = rhythm is null
                ? new(0, [], 0, 0)
                : new(
                    rhythm.Bpm,
                    [.. rhythm.Candidates],
                    rhythm.Stability,
                    rhythm.TempoConfidence * rhythm.BeatConfidence
                ),
            Metre = rhythm is null ? new(4, 4, 0) : new(rhythm.Model.Beats, rhythm.Model.Unit, rhythm.BarConfidence),
            Beats = new([.. rhythm?.Beats ?? []], rhythm?.BeatConfidence ?? 0),
            Downbeats = new([.. rhythm?.Downbeats ?? []], (rhythm?.BeatConfidence ?? 0) * (rhythm?.BarConfidence ?? 0)),
            Key =
                key.Confidence > 0
                    ? new(key.Tonic, key.IsMinor ? "minor" : "major", notes!.TuningHz, key.Confidence)
                    : new(null, null, notes!.TuningHz, 0),
            Chords = [.. chords],
            Sections = [.. sections],
            VocalActivity = LineFacts.Activity(voice!),
            Melody = LineFacts.Melody(voice!, tune),
            Bass = LineFacts.Notes(bassNotes),
        };
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
