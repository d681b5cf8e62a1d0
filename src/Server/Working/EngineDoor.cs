using Troubadour.Engine;
using Troubadour.Music;

namespace Troubadour.Server.Working;

/// <summary>The engine in the server's own process, which only checks briefs and predicts what they leave open.</summary>
public sealed class EngineDoor
{
    private readonly Lazy<IMusicEngine> _engine;

    /// <summary>Makes the engine when it is first needed.</summary>
    public EngineDoor(IEngineFactory factory, EngineSettings settings)
    {
        ArgumentNullException.ThrowIfNull(factory);
        ArgumentNullException.ThrowIfNull(settings);
        _engine = new Lazy<IMusicEngine>(
            () => factory.Create(settings.Values, EnginePurpose.Prepare),
            LazyThreadSafetyMode.PublicationOnly
        );
    }

    /// <summary>See <see cref="IMusicEngine.Prepare"/>.</summary>
    /// <exception cref="SongRefusedException">The brief cannot be made.</exception>
    public SongBrief Prepare(SongBrief brief) => _engine.Value.Prepare(brief);
}
