using Microsoft.Extensions.Logging;
using Troubadour.Engine;
using Troubadour.Music;
using Troubadour.Server.Http;

namespace Troubadour.Server.Working;

/// <summary>The engine in the server's own process, which only checks briefs and predicts what they leave open.</summary>
internal sealed class EngineDoor(IEngineFactory factory, EngineSettings settings, ILogger<EngineDoor> logger)
{
    private readonly Lock _loading = new();
    private volatile IMusicEngine? _engine;
    private volatile string? _fault;

    /// <summary>Why the engine cannot be loaded; null when it is, or when nobody tried yet.</summary>
    public string? Fault => _fault;

    /// <summary>Loads the engine where it is not loaded yet; <see cref="Fault"/> says when that fails.</summary>
    public void Load()
    {
        lock (_loading)
        {
            if (_engine is not null)
            {
                return;
            }

            try
            {
                _engine = factory.Create(settings.Values, EnginePurpose.Prepare);
                _fault = null;
            }
#pragma warning disable CA1031 // Whatever stops the engine, the server stays up and says so.
            catch (Exception e)
#pragma warning restore CA1031
            {
                _fault = e.Message;
                logger.LogError("The engine could not be loaded: {Reason}", e.Message);
            }
        }
    }

    /// <summary>See <see cref="IMusicEngine.Prepare"/>.</summary>
    /// <exception cref="SongRefusedException">The brief cannot be made.</exception>
    /// <exception cref="ApiException">The engine cannot be loaded.</exception>
    public SongBrief Prepare(SongOrder order, Song? source = null) => Engine().Prepare(order, source);

    /// <summary>See <see cref="IMusicEngine.Portray"/>.</summary>
    /// <exception cref="ApiException">The engine cannot be loaded.</exception>
    public SongPortrait Portray(SongBrief brief) => Engine().Portray(brief);

    private IMusicEngine Engine()
    {
        if (_engine is null)
        {
            Load();
        }

        return _engine
            ?? throw new ApiException(503, "api_error", "The server cannot make songs now: its engine is not ready.");
    }
}
