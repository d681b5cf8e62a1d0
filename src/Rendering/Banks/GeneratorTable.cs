namespace Troubadour.Rendering;

/// <summary>Defaults of the generators (SoundFont 2.04, section 8.1.3), and which of them may stand in a preset.</summary>
internal static class GeneratorTable
{
    /// <summary>Generator numbers run from 0 to below this.</summary>
    public const int Count = 61;

    /// <summary>The cutoff of an open filter, in absolute cents.</summary>
    public const int OpenCutoff = 13500;

    private const int Shortest = -12000;

    /// <summary>A fresh array of all default amounts, by generator number.</summary>
    public static int[] Defaults()
    {
        var amounts = new int[Count];
        amounts[(int)Generator.FilterCutoff] = OpenCutoff;
        amounts[(int)Generator.ModulationLfoDelay] = Shortest;
        amounts[(int)Generator.VibratoLfoDelay] = Shortest;
        amounts[(int)Generator.ModulationEnvelopeDelay] = Shortest;
        amounts[(int)Generator.ModulationEnvelopeAttack] = Shortest;
        amounts[(int)Generator.ModulationEnvelopeHold] = Shortest;
        amounts[(int)Generator.ModulationEnvelopeDecay] = Shortest;
        amounts[(int)Generator.ModulationEnvelopeRelease] = Shortest;
        amounts[(int)Generator.VolumeEnvelopeDelay] = Shortest;
        amounts[(int)Generator.VolumeEnvelopeAttack] = Shortest;
        amounts[(int)Generator.VolumeEnvelopeHold] = Shortest;
        amounts[(int)Generator.VolumeEnvelopeDecay] = Shortest;
        amounts[(int)Generator.VolumeEnvelopeRelease] = Shortest;
        amounts[(int)Generator.ForcedKey] = -1;
        amounts[(int)Generator.ForcedVelocity] = -1;
        amounts[(int)Generator.ScaleTuning] = 100;
        amounts[(int)Generator.RootKey] = -1;
        return amounts;
    }

    /// <summary>True where a preset's amount is added to the instrument's; the others are the instrument's alone.</summary>
    public static bool IsAdditive(int generator) =>
        (Generator)generator switch
        {
            Generator.StartOffset
            or Generator.EndOffset
            or Generator.LoopStartOffset
            or Generator.LoopEndOffset
            or Generator.StartCoarseOffset
            or Generator.EndCoarseOffset
            or Generator.LoopStartCoarseOffset
            or Generator.LoopEndCoarseOffset
            or Generator.ForcedKey
            or Generator.ForcedVelocity
            or Generator.SampleModes
            or Generator.ExclusiveClass
            or Generator.RootKey
            or Generator.SampleId
            or Generator.Instrument
            or Generator.KeyRange
            or Generator.VelocityRange => false,
            _ => true,
        };
}
