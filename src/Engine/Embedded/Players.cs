using Troubadour.Audio;
using Troubadour.Music;
using Troubadour.Rendering;

namespace Troubadour.Engine;

/// <summary>Who plays a track: a synthesizer where its patch is known, else the sound bank.</summary>
/// <param name="bank">The bank.</param>
internal sealed class Players(SoundBank bank)
{
    /// <summary>A player of the track, at its start.</summary>
    public IStemSource Of(InstrumentTrack track) => new InstrumentPlayer(bank, track);
}
