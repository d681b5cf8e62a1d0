namespace Troubadour.Rendering;

/// <summary>
/// The sound controllers of General MIDI 2 (71 resonance, 72 release, 73 attack, 74 brightness, 75 decay; 64 is neutral) and the soft pedal (67: 3 dB quieter and a
/// little darker), as
/// offsets of generators. A controller that the bank's own modulators use is left to the bank.
/// </summary>
internal static class SoundControllers
{
    /// <summary>True for a controller that moves the filter of voices that sound.</summary>
    public static bool MovesFilter(int controller) => controller is Resonance or Brightness;

    private const int Resonance = 71;
    private const int Release = 72;
    private const int Attack = 73;
    private const int Brightness = 74;
    private const int Decay = 75;
    private const int Neutral = 64;

    private const double BrightnessCents = 4800.0 / Neutral;
    private const double ResonanceCentibels = 120.0 / Neutral;
    private const double TimeTimecents = 3600.0 / Neutral;
    private const double AttackTimecents = 4800.0 / Neutral;

    /// <summary>A longer attack starts from 10 ms at least, since doubling a millisecond is not heard.</summary>
    private const double LeastAttack = -7973;

    private const double SoftCentibels = 30;
    private const double SoftCents = -400;

    /// <summary>What also acts on voices that sound: brightness, resonance.</summary>
    public static void Colour(PlannedVoice voice, ControllerState controllers, Span<double> values)
    {
        values[(int)Generator.FilterCutoff] += BrightnessCents * Offset(voice, controllers, Brightness);
        values[(int)Generator.FilterQ] += ResonanceCentibels * Offset(voice, controllers, Resonance);
        if (voice.Touch.IsSoft)
        {
            values[(int)Generator.Attenuation] += SoftCentibels;
            values[(int)Generator.FilterCutoff] += SoftCents;
        }
    }

    /// <summary>What acts on a note as it starts: attack, decay, release.</summary>
    public static void Shape(PlannedVoice voice, ControllerState controllers, Span<double> values)
    {
        var attack = AttackTimecents * Offset(voice, controllers, Attack);
        ref var attackTime = ref values[(int)Generator.VolumeEnvelopeAttack];
        attackTime = (attack > 0 ? Math.Max(attackTime, LeastAttack) : attackTime) + attack;
        var decay = TimeTimecents * Offset(voice, controllers, Decay);
        values[(int)Generator.VolumeEnvelopeDecay] += decay;
        values[(int)Generator.ModulationEnvelopeDecay] += decay;
        var release = TimeTimecents * Offset(voice, controllers, Release);
        values[(int)Generator.VolumeEnvelopeRelease] += release;
        values[(int)Generator.ModulationEnvelopeRelease] += release;
        if (voice.SkipsAttack)
        {
            Slur(values);
        }
    }

    /// <summary>A short rise to the hold of the volume envelope, and the modulation envelope at its hold.</summary>
    private static void Slur(Span<double> values)
    {
        const double None = -12000;
        const double RiseTimecents = -7655;
        values[(int)Generator.VolumeEnvelopeDelay] = None;
        values[(int)Generator.VolumeEnvelopeAttack] = RiseTimecents;
        values[(int)Generator.ModulationEnvelopeDelay] = None;
        values[(int)Generator.ModulationEnvelopeAttack] = None;
        values[(int)Generator.ModulationLfoDelay] = None;
        values[(int)Generator.VibratoLfoDelay] = None;
    }

    private static int Offset(PlannedVoice voice, ControllerState controllers, int controller) =>
        voice.Region.Uses(controller) ? 0 : controllers[controller] - Neutral;
}
