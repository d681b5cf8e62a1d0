using Troubadour.Server.Settings;

namespace Troubadour.Server.Families.Sonic;

/// <summary>What the family's calls cost; polls and calls that only tell what a song knows are free.</summary>
internal sealed class Prices(TroubadourSettings settings)
{
    private SonicPriceSettings Table => settings.Prices.Sonic;

    public long Wav => Table.Wav;

    public long Upload => Table.Upload;

    public long Persona => Table.Persona;

    public long Lyrics => Table.Lyrics;

    public long ReplaceSection => Table.ReplaceSection;

    public long Vox => Table.Vox;

    public long Create(string taskType) => taskType == TaskTypes.Concat ? Table.Concat : Table.Create;

    public long Stems(Engine.StemSplit split) => split == Engine.StemSplit.Basic ? Table.StemsBasic : Table.StemsFull;
}
