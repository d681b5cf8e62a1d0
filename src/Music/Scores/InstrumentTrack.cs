using System.Collections.Immutable;

namespace Troubadour.Music;

/// <summary>What one instrument plays, flattened to seconds.</summary>
/// <param name="Id">The stem's name, unique in the song ("drums", "bass", "piano").</param>
/// <param name="Bank">General MIDI bank, 0 to 127; 128 for percussion kits, as SoundFont files number them.</param>
/// <param name="Program">General MIDI program, 0 to 127.</param>
/// <param name="Notes">Notes in rising start order.</param>
/// <param name="Controls">Controller changes in rising time.</param>
public sealed record InstrumentTrack(
    string Id,
    int Bank,
    int Program,
    ImmutableArray<TimedNote> Notes,
    ImmutableArray<TimedControl> Controls
)
{
    /// <summary>The patch of the synthesizers that plays it; null is the sound bank.</summary>
    public string? Patch { get; init; }

    /// <summary>How far all keys are tuned from an A of 440 Hz, in cents; drums of the sound bank are not tuned.</summary>
    public double TuneCents { get; init; }

    /// <summary>The bank number of percussion kits.</summary>
    public const int PercussionBank = 128;
}
