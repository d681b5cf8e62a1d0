using Troubadour.Engine;

namespace Troubadour.Server.Working;

/// <summary>A line to a worker: make this.</summary>
/// <param name="Order">What to make.</param>
/// <param name="Source">The file of the song that an edit works on.</param>
/// <param name="Directory">Where the files go.</param>
/// <param name="WithMp3">Whether an MP3 is wanted beside each WAV.</param>
internal sealed record WorkerOrder(SongOrder Order, string? Source, string Directory, bool WithMp3)
{
    /// <summary>The file of the recording that is heard in the song, or that is to be understood.</summary>
    public string? Recording { get; init; }
}
