using Troubadour.Analysis;

namespace Troubadour.Transcription;

/// <summary>Parts the tune between the voice and an instrument that leads where nobody sings.</summary>
internal static class VoicedNotes
{
    private const int Lowest = 38;
    private const int Highest = 88;

    /// <summary>The notes that are sung, within what can be sung, and the others.</summary>
    public static (List<NoteEstimate> Sung, List<NoteEstimate> Played) Of(AnalysisDocument document, bool? isVocal)
    {
        var line = HeardNotes.Line(document.Melody.Notes, document.Seconds);
        if (isVocal == false)
        {
            return ([], line);
        }

        var spans = document.VocalActivity.Spans;
        var sung = line.ToLookup(note =>
            spans.Sum(span => Math.Max(0, Math.Min(span.End, note.End) - Math.Max(span.Start, note.Start)))
            >= 0.5 * (note.End - note.Start)
        );
        return ([.. sung[true].Select(note => note with { Key = Singable(note.Key) })], [.. sung[false]]);
    }

    private static int Singable(int key)
    {
        while (key < Lowest)
        {
            key += 12;
        }

        while (key > Highest)
        {
            key -= 12;
        }

        return key;
    }
}
