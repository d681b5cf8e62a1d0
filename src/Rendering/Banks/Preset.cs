namespace Troubadour.Rendering;

/// <summary>One instrument of a sound bank, as a program change selects it.</summary>
public sealed class Preset
{
    private readonly Lazy<Region[]> _regions;
    private readonly Lazy<Region[][]> _byKey;

    internal Preset(PresetRecord record, BankContents contents)
    {
        Name = record.Name;
        Bank = record.Bank;
        Program = record.Program;
        _regions = new Lazy<Region[]>(() => RegionCompiler.Compile(record, contents));
        _byKey = new Lazy<Region[][]>(() =>
            [
                .. Enumerable
                    .Range(0, 128)
                    .Select(key => Regions.Where(r => r.KeyLow <= key && key <= r.KeyHigh).ToArray()),
            ]
        );
    }

    /// <summary>The name in the bank.</summary>
    public string Name { get; }

    /// <summary>Bank number; 128 for percussion kits.</summary>
    public int Bank { get; }

    /// <summary>Program number, 0 to 127.</summary>
    public int Program { get; }

    /// <summary>Its regions, merged on first use.</summary>
    internal Region[] Regions => _regions.Value;

    /// <summary>The regions whose key range holds a key, 0 to 127.</summary>
    internal Region[] RegionsOf(int key) => _byKey.Value[key];
}
