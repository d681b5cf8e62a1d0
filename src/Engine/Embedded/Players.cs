using Troubadour.Audio;
using Troubadour.Music;
using Troubadour.Rendering;
using Troubadour.Synthesis;

namespace Troubadour.Engine;

/// <summary>Who plays a track: a synthesizer where its patch is known, else the sound bank.</summary>
/// <param name="bank">The bank.</param>
/// <param name="patches">The synthesizers; null for none.</param>
internal sealed class Players(SoundBank bank, PatchLibrary? patches)
{
    /// <summary>A player of the track, at its start.</summary>
    public IStemSource Of(InstrumentTrack track) =>
        track.Patch is { } patch && patches?.Has(patch) == true
            ? patches.Player(track)
            : new InstrumentPlayer(bank, track);
}
