using Troubadour.Music;

namespace Troubadour.Server.Working;

/// <summary>A line to a worker: make this song.</summary>
internal sealed record WorkerOrder(SongBrief Brief, string Directory, bool WithStems, bool WithMp3);
