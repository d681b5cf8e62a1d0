using System.Collections.Immutable;

namespace Troubadour.Composing.Measures;

/// <summary>
/// Finds runs of eight notes (seven intervals and eight durations) that a melody shares with others. A run of fewer than three
/// different intervals or with all onsets equally far apart, such as a repeated note or a scale in eighths, is nobody's and does not count.
/// </summary>
public sealed class Copies
{
    /// <summary>Notes in a run.</summary>
    public const int Run = 8;

    private const int LongestRest = 8;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Runs that the corpus has in all.</summary>
    public int Count => _known.Count;

    /// <summary>Learns the runs of melodies.</summary>
    public Copies(IEnumerable<MelodyPiece> pieces)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        foreach (var (run, _) in pieces.SelectMany(Runs))
        {
            _known.Add(run);
        }
    }

    /// <summary>Slots of the piece's runs that are known.</summary>
    public ImmutableArray<int> In(MelodyPiece piece) =>
        [.. Runs(piece).Where(run => _known.Contains(run.Text)).Select(run => run.Slot)];

    private static bool IsTelling(IReadOnlyCollection<int> intervals, IReadOnlyCollection<int> steps) =>
        intervals.Distinct().Count() >= 3 && steps.Distinct().Count() >= 2;

    private static IEnumerable<(string Text, int Slot)> Runs(MelodyPiece piece)
    {
        for (var i = 0; i + Run <= piece.Notes.Length; i++)
        {
            var notes = piece.Notes.AsSpan(i, Run).ToArray();
            var intervals = notes.Skip(1).Select((note, n) => note.Key - notes[n].Key).ToList();
            var steps = notes.Skip(1).Select((note, n) => note.Slot - notes[n].Slot).ToList();
            if (steps.Max() <= LongestRest && IsTelling(intervals, steps))
            {
                var lengths = notes.Select(note => note.Length);
                yield return ($"{string.Join(' ', intervals)}|{string.Join(' ', lengths)}", notes[0].Slot);
            }
        }
    }
}
