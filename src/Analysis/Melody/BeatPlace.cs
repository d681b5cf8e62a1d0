namespace Troubadour.Analysis;

/// <summary>Seconds as beats.</summary>
internal static class BeatPlace
{
    /// <summary>The (fractional) beat at a second, 0 on the first beat, straight on before the first and after the last.</summary>
    public static double Of(double[] beats, double second)
    {
        var i = Array.BinarySearch(beats, second);
        i = Math.Clamp(i < 0 ? ~i - 1 : i, 0, beats.Length - 2);
        return i + (second - beats[i]) / (beats[i + 1] - beats[i]);
    }

    /// <summary>A note with its place and length in twelfths of a beat, at least one.</summary>
    public static NoteEstimate Quantise(NoteEstimate note, Rhythm? rhythm)
    {
        if (rhythm is null || rhythm.Beats.Length < 2)
        {
            return note;
        }

        // Rather on a quarter of a beat (a third in compound metres) than between.
        var parts = rhythm.Model.Division == 3 ? 6 : 4;
        var start = Snap(Of(rhythm.Beats, note.Start), parts);
        var end = Snap(Of(rhythm.Beats, note.End), parts);
        return note with { Beat = start, Beats = Math.Max(1.0 / 12, end - start) };
    }

    /// <summary>The place of a second in twelfths of a beat; null without beats.</summary>
    public static double? Place(double second, Rhythm? rhythm) =>
        rhythm is null || rhythm.Beats.Length < 2
            ? null
            : Snap(Of(rhythm.Beats, second), rhythm.Model.Division == 3 ? 6 : 4);

    private static double Snap(double beat, int parts)
    {
        var near = Math.Round(beat * parts) / parts;
        return Math.Abs(near - beat) < 0.09 ? near : Math.Round(beat * 12) / 12;
    }
}
