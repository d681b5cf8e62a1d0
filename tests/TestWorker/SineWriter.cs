using Troubadour.Writing;

namespace Troubadour.TestWorker;

/// <summary>A writer for tests: says what was wished, a different number each time.</summary>
public sealed class SineWriter : ILyricsWriter
{
    /// <inheritdoc />
    public Task<IReadOnlyList<WrittenLyrics>> WriteAsync(LyricsWish wish, int count, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(wish);
        return Task.FromResult<IReadOnlyList<WrittenLyrics>>([
            .. Enumerable
                .Range(1, count)
                .Select(i => new WrittenLyrics(
                    $"Title {i}",
                    $"[Verse]\nLine {i} of {wish.Description}\n[Chorus]\nLa la {wish.Seed}"
                )),
        ]);
    }
}
