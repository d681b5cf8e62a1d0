namespace Troubadour.Engine;

/// <summary>The places where Debian's packages put what the engine needs.</summary>
public static class DebianParts
{
    private static readonly string[] SoundBanks =
    [
        "/usr/share/sounds/sf3/MuseScore_General_Lite.sf3",
        "/usr/share/sounds/sf3/MuseScore_General.sf3",
        "/usr/share/sounds/sf2/FluidR3_GM.sf2",
        "/usr/share/sounds/sf2/sf_GMbank.sf2",
    ];

    /// <summary>The voice of festvox-us-slt-hts.</summary>
    public const string Voice =
        "/usr/share/festival/voices/us/cmu_us_slt_arctic_hts/hts/cmu_us_slt_arctic_hts.htsvoice";

    /// <summary>The dictionary of festlex-cmu.</summary>
    public const string Dictionary = "/usr/share/festival/dicts/cmu/cmudict-0.4.out";

    /// <summary>The first sound bank that is installed; the first of the list when none is.</summary>
    public static string SoundBank() => SoundBanks.FirstOrDefault(File.Exists) ?? SoundBanks[0];
}
