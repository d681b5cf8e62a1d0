namespace Troubadour.Lyrics.Tests;

/// <summary>The pronouncer over the installed festlex-cmu, loaded once.</summary>
internal static class SharedPronouncer
{
    public const string DictionaryPath = "/usr/share/festival/dicts/cmu/cmudict-0.4.out";
    public const string RulesPath = "/usr/share/festival/dicts/cmu/cmu_lts_rules.scm";

    private static readonly Lazy<Pronouncer> Shared = new(Load);

    public static Pronouncer Value => Shared.Value;

    public static Pronouncer Load() => Pronouncer.Load(DictionaryPath, RulesPath);
}
