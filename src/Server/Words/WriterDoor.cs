using Troubadour.Server.Working;
using Troubadour.Writing;

namespace Troubadour.Server.Words;

/// <summary>The house's writer, loaded when it is first needed.</summary>
internal sealed class WriterDoor(IEngineFactory factory, EngineSettings settings) : ILyricsWriter
{
    private readonly Lazy<ILyricsWriter> _writer = new(() => factory.CreateWriter(settings.Values));

    public Task<IReadOnlyList<WrittenLyrics>> WriteAsync(LyricsWish wish, int count, CancellationToken cancel) =>
        _writer.Value.WriteAsync(wish, count, cancel);
}
