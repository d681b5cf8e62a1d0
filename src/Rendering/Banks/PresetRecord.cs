namespace Troubadour.Rendering;

/// <summary>One preset record and its zones.</summary>
internal sealed record PresetRecord(string Name, int Bank, int Program, Zone[] Zones);
