namespace Troubadour.Composing.Measures;

/// <summary>A stroke of the kit.</summary>
/// <param name="Slot">Its sixteenth.</param>
/// <param name="LateMs">Milliseconds behind (positive) or ahead of its sixteenth, swing taken out.</param>
/// <param name="Voice">Which drum.</param>
/// <param name="Velocity">1 to 127.</param>
public readonly record struct DrumStroke(int Slot, double LateMs, DrumVoice Voice, int Velocity)
{
    /// <summary>The voice of a General MIDI percussion key (and of the keys that electronic kits send); null for other drums.</summary>
    public static DrumVoice? VoiceOf(int key) =>
        key switch
        {
            35 or 36 => DrumVoice.Kick,
            37 or 38 or 39 or 40 => DrumVoice.Snare,
            22 or 26 or 42 or 44 or 46 => DrumVoice.Hat,
            _ => null,
        };
}
