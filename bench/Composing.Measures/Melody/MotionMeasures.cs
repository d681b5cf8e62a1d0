namespace Troubadour.Composing.Measures;

/// <summary>How a melody moves from note to note, inside a phrase: rests of a quarter or more split phrases.</summary>
internal static class MotionMeasures
{
    private const int PhraseRest = 4;

    public static void Add(MelodyPiece piece, Findings found)
    {
        var moves = Moves(piece).ToList();
        if (moves.Count == 0)
        {
            return;
        }

        var count = (double)moves.Count;
        found.Add("melody.step", moves.Count(move => move is 1 or 2) / count);
        found.Add("melody.unison", moves.Count(move => move == 0) / count);
        found.Add("melody.leap", moves.Count(move => move > 4) / count);
        found.Add("melody.interval", moves.Average());
    }

    /// <summary>Sizes of the moves in semitones.</summary>
    public static IEnumerable<int> Moves(MelodyPiece piece)
    {
        for (var i = 1; i < piece.Notes.Length; i++)
        {
            var before = piece.Notes[i - 1];
            if (piece.Notes[i].Slot - before.Slot - before.Length < PhraseRest)
            {
                yield return Math.Abs(piece.Notes[i].Key - before.Key);
            }
        }
    }
}
