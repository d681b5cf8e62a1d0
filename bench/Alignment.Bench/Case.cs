namespace Troubadour.Alignment.Bench;

/// <summary>What is asked of the aligner: lyrics with the true start of each word, null for one that nobody sings.</summary>
internal sealed record Case(string Lyrics, IReadOnlyList<double?> Starts)
{
    private const int Every = 6;
    private const int Offset = 3;

    /// <summary>What was sung.</summary>
    public static Case Sung(SungSong song) => Of(song.Lines.Select(line => (line, true)));

    /// <summary>Every sixth line is not in the lyrics.</summary>
    public static Case Lacking(SungSong song) =>
        Of(song.Lines.Where((_, i) => i % Every != Offset).Select(line => (line, true)));

    /// <summary>After every sixth line comes one that is not sung.</summary>
    public static Case Padded(SungSong song, SungSong other) =>
        Of(
            song.Lines.SelectMany(
                (line, i) =>
                    i % Every == Offset
                        ? [(line, true), (other.Lines[i % other.Lines.Count], false)]
                        : new[] { (line, true) }
            )
        );

    private static Case Of(IEnumerable<(TrueLine Line, bool IsSung)> lines)
    {
        var all = lines.ToList();
        return new Case(
            string.Join('\n', all.Select(line => line.Line.Text)),
            [.. all.SelectMany(line => line.Line.Starts.Select(start => line.IsSung ? start : (double?)null))]
        );
    }
}
