namespace Troubadour.Server.Working;

/// <summary>What an engine is made for.</summary>
public enum EnginePurpose
{
    /// <summary>Only <see cref="Engine.IMusicEngine.Prepare"/> will be called, in the server's own process: load no sounds.</summary>
    Prepare,

    /// <summary>Songs will be made, one after another, in a worker process: load and keep everything.</summary>
    Make,
}
