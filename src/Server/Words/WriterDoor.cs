using Microsoft.Extensions.Logging;
using Troubadour.Server.Http;
using Troubadour.Server.Working;
using Troubadour.Writing;

namespace Troubadour.Server.Words;

/// <summary>The house's writer in the server's own process.</summary>
internal sealed class WriterDoor(IEngineFactory factory, EngineSettings settings, ILogger<WriterDoor> logger)
    : ILyricsWriter
{
    private readonly Lock _loading = new();
    private volatile ILyricsWriter? _writer;
    private volatile string? _fault;

    /// <summary>Why the writer cannot be loaded; null when it is, or when nobody tried yet.</summary>
    public string? Fault => _fault;

    /// <summary>Loads the writer where it is not loaded yet; <see cref="Fault"/> says when that fails.</summary>
    public void Load()
    {
        lock (_loading)
        {
            if (_writer is not null)
            {
                return;
            }

            try
            {
                _writer = factory.CreateWriter(settings.Values);
                _fault = null;
            }
#pragma warning disable CA1031 // Whatever stops the writer, the server stays up and says so.
            catch (Exception e)
#pragma warning restore CA1031
            {
                _fault = e.Message;
                logger.LogError("The writer of lyrics could not be loaded: {Reason}", e.Message);
            }
        }
    }

    /// <inheritdoc />
    /// <exception cref="ApiException">The writer cannot be loaded.</exception>
    public Task<IReadOnlyList<WrittenLyrics>> WriteAsync(LyricsWish wish, int count, CancellationToken cancel)
    {
        if (_writer is null)
        {
            Load();
        }

        var writer =
            _writer
            ?? throw new ApiException(503, "api_error", "The server cannot write lyrics now: its writer is not ready.");
        return writer.WriteAsync(wish, count, cancel);
    }
}
