namespace Troubadour.Writing;

/// <summary>Writes words for songs.</summary>
public interface ILyricsWriter
{
    /// <summary>Writes <paramref name="count"/> different lyrics (1 to 8) for one wish.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    Task<IReadOnlyList<WrittenLyrics>> WriteAsync(LyricsWish wish, int count, CancellationToken cancel);
}
