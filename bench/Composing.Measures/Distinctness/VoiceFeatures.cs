using Troubadour.Music;

namespace Troubadour.Composing.Measures;

/// <summary>How the lead voice moves; its register is left out, because it follows the singer, and so are effort and
/// vibrato, which are constants of a style and would give it away like a name.</summary>
internal static class VoiceFeatures
{
    public static void Add(SongGrid grid, FeatureSheet sheet)
    {
        var piece = SongMelody.Read(grid);
        var notes = piece.Notes;
        var map = new TimeMap(grid.Song.Tempos);
        var sung = Math.Max(1, notes.Select(note => note.Slot / grid.BarSlots).Distinct().Count());
        sheet.Add("voice/rap", grid.RapShare);
        sheet.Add("voice/notes", (double)notes.Length / sung);
        sheet.Add("voice/rate", notes.Length / Math.Max(1, grid.Leads.Sum(phrase => Seconds(map, phrase))));
        sheet.AddRhythm("voice", notes.Select(note => note.Slot), grid.BarSlots, sung);
        sheet.AddShares("voice/length", [.. notes.Select(n => Math.Min(8, n.Length))], Enumerable.Range(1, 8));
        var moves = MotionMeasures.Moves(piece).ToList();
        sheet.AddShares("voice/move", [.. moves.Select(move => Math.Min(move, 8))], Enumerable.Range(0, 9));
        var tonic = piece.MajorTonic ?? 0;
        sheet.AddShares(
            "voice/degree",
            [.. notes.Select(note => (note.Key - tonic + 120) % 12)],
            Enumerable.Range(0, 12)
        );
        sheet.Add("voice/range", notes.IsEmpty ? 0 : notes.Max(n => n.Key) - notes.Min(n => n.Key));
        var layers = grid.Song.Vocals.Select(phrase => phrase.Layer).Distinct().Count();
        sheet.Add("voice/layers", layers);
        var melismas = grid.Leads.Count(phrase =>
            phrase.Notes.Length > phrase.Notes.Select(n => n.Syllable).Distinct().Count()
        );
        sheet.Add("voice/melisma", (double)melismas / Math.Max(1, grid.Leads.Length));
    }

    private static double Seconds(TimeMap map, VocalPhrase phrase) =>
        map.SecondsAt(phrase.Notes[^1].Tick + phrase.Notes[^1].Length) - map.SecondsAt(phrase.Notes[0].Tick);
}
