namespace Troubadour.Lyrics.Tests;

/// <summary>The pronouncer over the installed festlex-cmu, loaded once.</summary>
internal static class SharedPronouncer
{
    public const string DictionaryPath = "/usr/share/festival/dicts/cmu/cmudict-0.4.out";

    private static readonly Lazy<Pronouncer> Shared = new(Load);

    public static Pronouncer Value => Shared.Value;

    public static Pronouncer Load() => Pronouncer.Load(DictionaryPath);
}
