using System.IO.Compression;

namespace Troubadour.Composing.Measures;

/// <summary>How much of a melody was heard before.</summary>
internal static class RepetitionMeasures
{
    public static void Add(MelodyPiece piece, Findings found)
    {
        var tunes = new HashSet<string>(StringComparer.Ordinal);
        var rhythms = new HashSet<string>(StringComparer.Ordinal);
        var (exact, rhythmic, count) = (0, 0, 0);
        foreach (var bar in piece.Bars().Values)
        {
            count++;
            exact += tunes.Add(string.Join(' ', bar.Select(n => $"{n.Slot % piece.BarSlots}:{n.Key}"))) ? 0 : 1;
            rhythmic += rhythms.Add(string.Join(' ', bar.Select(n => n.Slot % piece.BarSlots))) ? 0 : 1;
        }

        found.Add("melody.bar.repeated", (double)exact / count);
        found.Add("melody.bar.rhythm", (double)rhythmic / count);
        found.Add("melody.bar.rhythms", rhythms.Count);
        found.Add("melody.zlib", Compressed(piece));
    }

    // Pairs of bytes, pitch then length, rests as pitch 0.
    private static double Compressed(MelodyPiece piece)
    {
        var bytes = new List<byte>();
        var at = 0;
        foreach (var note in piece.Notes)
        {
            if (note.Slot > at)
            {
                bytes.Add(128);
                bytes.Add((byte)(note.Slot - at));
            }

            bytes.Add((byte)(note.Key + 128));
            bytes.Add((byte)note.Length);
            at = note.Slot + note.Length;
        }

        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write([.. bytes]);
        }

        return (double)packed.Length / Math.Max(1, bytes.Count);
    }
}
