using System.Runtime.Intrinsics;
using Troubadour.Audio;

namespace Troubadour.Rendering;

/// <summary>A voice's generator amounts after its modulators, in the form the voice computes with.</summary>
/// <param name="hasSends">Whether reverb and chorus are filled.</param>
/// <param name="filterMovesFrom">The first frame at which a controller moves the filter: a voice whose key is then down goes through it all along, even while it is open, so that it may close without a click.</param>
internal sealed class VoiceSettings(bool hasSends, long filterMovesFrom)
{
    /// <summary>Half of the range of the pan generator.</summary>
    private const double PanReach = 500;

    /// <summary>The attenuation generator counts 0.4 of its centibels, as on the EMU8000 that banks are tuned for.</summary>
    private const double EmuAttenuation = 0.4;

    /// <summary>
    /// How much pitch (cents; straight lines between), cutoff (cents, in steps) and volume (centibels, straight lines) may move from one computation to the
    /// next; faster motion goes by the finest grid.
    /// </summary>
    private const double PitchStep = 6;
    private const double CutoffStep = 24;
    private const double VolumeStep = 10;

    public double PitchCents { get; private set; }
    public double ModulationLfoToPitch { get; private set; }
    public double VibratoLfoToPitch { get; private set; }
    public double ModulationEnvelopeToPitch { get; private set; }
    public double Cutoff { get; private set; }
    public double Resonance { get; private set; }
    public double ModulationLfoToCutoff { get; private set; }
    public double ModulationEnvelopeToCutoff { get; private set; }
    public double ModulationLfoToVolume { get; private set; }

    /// <summary>Gains of left, right, reverb and chorus at full amplitude, from the interpolator's integers to ±1.</summary>
    public Vector128<float> Gains { get; private set; }

    /// <summary>Left and right together.</summary>
    public double Loudness { get; private set; }

    /// <summary>The height that a sample of full scale can reach on both sides together, its filter's resonance included.</summary>
    public double Reach { get; private set; }

    /// <summary>True if the pitch moves with a low-frequency oscillator or the modulation envelope.</summary>
    public bool PitchMoves { get; private set; }

    /// <summary>True if the cutoff moves likewise.</summary>
    public bool CutoffMoves { get; private set; }

    /// <summary>True if the modulation envelope moves pitch or cutoff.</summary>
    public bool FollowsEnvelope => ModulationEnvelopeToPitch != 0 || ModulationEnvelopeToCutoff != 0;

    /// <summary>How much of a tolerable step of pitch or volume the oscillators and the modulation envelope bring a frame; 0 if nothing moves.</summary>
    /// <param name="modulation">Speed of the modulation oscillator.</param>
    /// <param name="vibrato">Speed of the vibrato oscillator.</param>
    /// <param name="envelope">Speed of the modulation envelope.</param>
    public double StepsPerFrame(double modulation, double vibrato, double envelope)
    {
        var pitch =
            modulation * Math.Abs(ModulationLfoToPitch)
            + vibrato * Math.Abs(VibratoLfoToPitch)
            + envelope * Math.Abs(ModulationEnvelopeToPitch);
        return Math.Max(pitch / PitchStep, modulation * Math.Abs(ModulationLfoToVolume) / VolumeStep);
    }

    /// <summary>The same of the cutoff.</summary>
    public double CutoffStepsPerFrame(double modulation, double envelope) =>
        (modulation * Math.Abs(ModulationLfoToCutoff) + envelope * Math.Abs(ModulationEnvelopeToCutoff)) / CutoffStep;

    /// <summary>False if the filter is wide open and stays so.</summary>
    public bool IsFiltered { get; private set; }

    /// <summary>Fills <paramref name="values"/> with the region's amounts plus all modulators.</summary>
    public static void Evaluate(PlannedVoice voice, ControllerState controllers, Span<double> values)
    {
        var region = voice.Region;
        for (var g = 0; g < values.Length; g++)
        {
            values[g] = region.Amounts[g];
        }

        values[(int)Generator.Attenuation] *= EmuAttenuation;
        foreach (var modulator in region.FixedModulators)
        {
            values[modulator.Destination] += modulator.Evaluate(controllers, voice.Key, voice.Velocity);
        }

        foreach (var modulator in region.LiveModulators)
        {
            values[modulator.Destination] += modulator.Evaluate(controllers, voice.Key, voice.Velocity);
        }

        SoundControllers.Colour(voice, controllers, values);
    }

    /// <summary>Takes over the amounts.</summary>
    public void Set(PlannedVoice voice, ReadOnlySpan<double> values)
    {
        SetPitch(voice, values);
        Cutoff = values[(int)Generator.FilterCutoff];
        Resonance = Math.Clamp(values[(int)Generator.FilterQ], 0, 960);
        ModulationLfoToCutoff = Within12000(values[(int)Generator.ModulationLfoToFilter]);
        ModulationEnvelopeToCutoff = Within12000(values[(int)Generator.ModulationEnvelopeToFilter]);
        CutoffMoves = ModulationLfoToCutoff != 0 || ModulationEnvelopeToCutoff != 0;
        IsFiltered =
            filterMovesFrom < voice.Release || CutoffMoves || Resonance > 0 || Cutoff < GeneratorTable.OpenCutoff;
        ModulationLfoToVolume = Math.Clamp(values[(int)Generator.ModulationLfoToVolume], -960, 960);
        var gain =
            InterpolationKernel.Scale
            * voice.Touch.Gain
            * FastExponential.Amplitude(Math.Clamp(values[(int)Generator.Attenuation], 0, 1440));
        var pan = (Math.Clamp(values[(int)Generator.Pan], -PanReach, PanReach) + PanReach) / (2 * PanReach);
        var left = gain * DeterministicMath.Cos(pan * (Math.PI / 2));
        var right = gain * DeterministicMath.Sin(pan * (Math.PI / 2));
        var reverb = gain * Math.Clamp(values[(int)Generator.ReverbSend], 0, 1000) / 1000;
        var chorus = gain * Math.Clamp(values[(int)Generator.ChorusSend], 0, 1000) / 1000;
        Gains = hasSends
            ? Vector128.Create((float)left, (float)right, (float)reverb, (float)chorus)
            : Vector128.Create((float)left, (float)right, 0, 0);
        Loudness = left + right;
        var resonant = Resonance == 0 ? 1 : FastExponential.Amplitude(-0.5 * Resonance);
        Reach = (left + right) * resonant / InterpolationKernel.Scale;
    }

    private static double Within12000(double cents) => Math.Clamp(cents, -12000, 12000);

    private void SetPitch(PlannedVoice voice, ReadOnlySpan<double> values)
    {
        var sample = voice.Region.Sample;
        var ownRoot = voice.Region[Generator.RootKey];
        var root = ownRoot is >= 0 and <= 127 ? ownRoot : sample.Key;
        PitchCents =
            (voice.Key - root) * values[(int)Generator.ScaleTuning]
            + 100 * values[(int)Generator.CoarseTune]
            + values[(int)Generator.FineTune]
            + sample.CorrectionCents
            + voice.Touch.DetuneCents;
        ModulationLfoToPitch = Within12000(values[(int)Generator.ModulationLfoToPitch]);
        VibratoLfoToPitch = Within12000(values[(int)Generator.VibratoLfoToPitch]);
        ModulationEnvelopeToPitch = Within12000(values[(int)Generator.ModulationEnvelopeToPitch]);
        PitchMoves = ModulationLfoToPitch != 0 || VibratoLfoToPitch != 0 || ModulationEnvelopeToPitch != 0;
    }
}
