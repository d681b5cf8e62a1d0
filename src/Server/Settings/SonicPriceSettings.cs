namespace Troubadour.Server.Settings;

/// <summary>"Troubadour:Prices:Sonic", in credits.</summary>
public sealed class SonicPriceSettings
{
    /// <summary>A create of any task type but concat_music: two clips.</summary>
    public int Create { get; set; } = 15;

    /// <summary>concat_music.</summary>
    public int Concat { get; set; } = 2;

    /// <summary>Two stems.</summary>
    public int StemsBasic { get; set; } = 15;

    /// <summary>Twelve stems.</summary>
    public int StemsFull { get; set; } = 75;

    /// <summary>The address of a WAV.</summary>
    public int Wav { get; set; } = 2;

    /// <summary>An upload.</summary>
    public int Upload { get; set; } = 2;

    /// <summary>A persona.</summary>
    public int Persona { get; set; } = 1;

    /// <summary>Two lyrics.</summary>
    public int Lyrics { get; set; }

    /// <summary>replace-section.</summary>
    public int ReplaceSection { get; set; }

    /// <summary>vox.</summary>
    public int Vox { get; set; }
}
