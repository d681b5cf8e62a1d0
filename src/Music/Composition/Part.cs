using System.Collections.Immutable;

namespace Troubadour.Music;

/// <summary>What one instrument plays through the song.</summary>
/// <param name="Id">Unique in the song; the stem's and the MIDI track's name.</param>
/// <param name="Role">What it does in the arrangement.</param>
/// <param name="Bank">Bank as SoundFont files number it; 128 for percussion.</param>
/// <param name="Program">General MIDI program 0 to 127.</param>
/// <param name="Mix">Its place in the mix.</param>
/// <param name="Notes">Notes in rising tick order.</param>
/// <param name="Controls">Controllers in rising tick order.</param>
public sealed record Part(
    string Id,
    PartRole Role,
    int Bank,
    int Program,
    PartMix Mix,
    ImmutableArray<Note> Notes,
    ImmutableArray<Control> Controls
)
{
    /// <summary>The patch of the synthesizers that plays it; null is the sound bank, whose program stands in where there is no such patch.</summary>
    public string? Patch { get; init; }
}
