using Troubadour.Audio;

namespace Troubadour.Analysis;

/// <summary>The notes of a bass line: cut where it is struck, and begun at the stroke that is near.</summary>
internal static class BassNotes
{
    private const double MixHeight = 0.25;
    private const double MixGrowth = 1.05;
    private const double LoneHeight = 0.12;
    private const double LoneGrowth = 1.02;
    private const double Before = 0.09;
    private const double After = 0.08;

    /// <summary>The notes of a bass in a mix, whose strokes may be the bass drum's.</summary>
    /// <param name="line">The bass.</param>
    /// <param name="low">How much the mix rises under 140 Hz.</param>
    /// <param name="rhythm">The beats; null for none.</param>
    public static IReadOnlyList<NoteEstimate> InMix(PitchLine line, float[] low, Rhythm? rhythm) =>
        NoteSegments.Of(line, Strikes.Of(low, MixHeight, line, MixGrowth), rhythm);

    /// <summary>The notes of a bass that is alone.</summary>
    /// <param name="line">The bass.</param>
    /// <param name="stem">Its sound.</param>
    /// <param name="gain">Factor that brings the song to the usual level.</param>
    /// <param name="rhythm">The beats; null for none.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static IReadOnlyList<NoteEstimate> Alone(
        PitchLine line,
        AudioBuffer stem,
        double gain,
        Rhythm? rhythm,
        CancellationToken cancellation
    )
    {
        var rises = BandFrames.Of(stem, gain, cancellation).Rises;
        var strikes = Strikes.Of(rises, LoneHeight, line, LoneGrowth);
        var notes = NoteSegments.Of(line, strikes, rhythm).ToList();
        var all = Strikes.Of(rises, LoneHeight);
        for (var i = 0; i < notes.Count; i++)
        {
            var start = Start(notes[i], all, rises);
            if (start > (i > 0 ? notes[i - 1].Start + Before / 2 : 0) && start < notes[i].End)
            {
                notes[i] = BeatPlace.Quantise(notes[i] with { Start = start }, rhythm);
            }

            if (i > 0 && notes[i - 1].End > notes[i].Start)
            {
                notes[i - 1] = BeatPlace.Quantise(notes[i - 1] with { End = notes[i].Start }, rhythm);
            }
        }

        return notes;
    }

    private static double Start(NoteEstimate note, IReadOnlyList<double> strikes, float[] rises)
    {
        var near = strikes.Where(s => s > note.Start - Before && s < note.Start + After).ToList();
        return near.Count == 0
            ? note.Start
            : near.MaxBy(s => rises[(int)Math.Round(s * BandFrames.Rate)]) + BandFrames.Late;
    }
}
