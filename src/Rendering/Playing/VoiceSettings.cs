using Troubadour.Audio;

namespace Troubadour.Rendering;

/// <summary>A voice's generator amounts after its modulators, in the form the voice computes with.</summary>
internal sealed class VoiceSettings
{
    /// <summary>Half of the range of the pan generator.</summary>
    private const double PanReach = 500;

    /// <summary>The attenuation generator counts 0.4 of its centibels, as on the EMU8000 that banks are tuned for.</summary>
    private const double EmuAttenuation = 0.4;

    public double PitchCents { get; private set; }
    public double ModulationLfoToPitch { get; private set; }
    public double VibratoLfoToPitch { get; private set; }
    public double ModulationEnvelopeToPitch { get; private set; }
    public double Cutoff { get; private set; }
    public double Resonance { get; private set; }
    public double ModulationLfoToCutoff { get; private set; }
    public double ModulationEnvelopeToCutoff { get; private set; }
    public double ModulationLfoToVolume { get; private set; }
    public double Left { get; private set; }
    public double Right { get; private set; }
    public double Reverb { get; private set; }
    public double Chorus { get; private set; }

    /// <summary>True if the pitch moves with a low-frequency oscillator or the modulation envelope.</summary>
    public bool PitchMoves { get; private set; }

    /// <summary>True if the cutoff moves likewise.</summary>
    public bool CutoffMoves { get; private set; }

    /// <summary>True if pitch, cutoff or volume move.</summary>
    public bool Moves => PitchMoves || CutoffMoves || ModulationLfoToVolume != 0;

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
        IsFiltered = CutoffMoves || Resonance > 0 || Cutoff < GeneratorTable.OpenCutoff;
        ModulationLfoToVolume = Math.Clamp(values[(int)Generator.ModulationLfoToVolume], -960, 960);
        var gain =
            InterpolationKernel.Scale
            * FastExponential.Amplitude(Math.Clamp(values[(int)Generator.Attenuation], 0, 1440));
        var pan = (Math.Clamp(values[(int)Generator.Pan], -PanReach, PanReach) + PanReach) / (2 * PanReach);
        Left = gain * DeterministicMath.Cos(pan * (Math.PI / 2));
        Right = gain * DeterministicMath.Sin(pan * (Math.PI / 2));
        Reverb = gain * Math.Clamp(values[(int)Generator.ReverbSend], 0, 1000) / 1000;
        Chorus = gain * Math.Clamp(values[(int)Generator.ChorusSend], 0, 1000) / 1000;
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
            + sample.CorrectionCents;
        ModulationLfoToPitch = Within12000(values[(int)Generator.ModulationLfoToPitch]);
        VibratoLfoToPitch = Within12000(values[(int)Generator.VibratoLfoToPitch]);
        ModulationEnvelopeToPitch = Within12000(values[(int)Generator.ModulationEnvelopeToPitch]);
        PitchMoves = ModulationLfoToPitch != 0 || VibratoLfoToPitch != 0 || ModulationEnvelopeToPitch != 0;
    }
}
