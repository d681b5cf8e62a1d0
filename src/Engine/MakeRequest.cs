using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>What an engine is to make, and where its files go.</summary>
/// <param name="Order">The song or the edit asked for.</param>
/// <param name="Directory">An existing, empty folder.</param>
/// <param name="WithStems">True to write one WAV a part under "stems/" beside the master.</param>
/// <param name="WithMp3">True to write an MP3 beside every WAV of a clip.</param>
public sealed record MakeRequest(SongOrder Order, string Directory, bool WithStems, bool WithMp3)
{
    /// <summary>The song that an edit works on.</summary>
    public Song? Source { get; init; }

    /// <summary>The file of the recording that is heard in the source, or that is to be understood: WAV, 44.1 kHz.</summary>
    public string? Recording { get; init; }
}
