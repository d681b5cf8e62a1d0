namespace Troubadour.Rendering.Tests;

/// <summary>Banks that Debian packages install; null where they are not.</summary>
internal static class Banks
{
    public const string SmallPath = "/usr/share/sounds/sf2/sf_GMbank.sf2";
    public const string GeneralPath = "/usr/share/sounds/sf3/MuseScore_General_Lite.sf3";

    public static SoundBank? Small { get; } = OpenSmall();

    public static SoundBank? OpenSmall() => File.Exists(SmallPath) ? SoundBank.Load(SmallPath) : null;
}
