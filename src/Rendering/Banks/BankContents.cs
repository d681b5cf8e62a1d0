namespace Troubadour.Rendering;

/// <summary>What the parser found in a bank file.</summary>
/// <param name="Name">The bank's own name.</param>
/// <param name="Samples">Sample pool within the file.</param>
/// <param name="Headers">Sample records.</param>
/// <param name="Instruments">Zones of each instrument; a first zone without a target is global.</param>
/// <param name="Presets">Records of the presets with their zones.</param>
internal sealed record BankContents(
    string Name,
    Range Samples,
    SampleHeader[] Headers,
    Zone[][] Instruments,
    PresetRecord[] Presets
);
