using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.Composing.Tests.Shared;

/// <summary>The shipped styles, the installed festlex-cmu and a composer over both, loaded once.</summary>
internal static class Room
{
    private static readonly Lazy<StyleLibrary> SharedLibrary = new(() => StyleLibrary.Load(StylesFolder));
    private static readonly Lazy<Pronouncer> SharedWords = new(LoadWords);
    private static readonly Lazy<Composer> SharedComposer = new(() =>
        new Composer(SharedLibrary.Value, SharedWords.Value)
    );

    public static string StylesFolder => Path.Combine(AppContext.BaseDirectory, "styles");

    public static StyleLibrary Library => SharedLibrary.Value;

    public static Pronouncer Pronouncer => SharedWords.Value;

    public static Composer Composer => SharedComposer.Value;

    public static Song Compose(SongBrief brief) => Composer.Compose(brief);

    /// <summary>Songs of many briefs, in the briefs' order, made side by side.</summary>
    public static IReadOnlyList<Song> ComposeAll(IEnumerable<SongBrief> briefs) =>
        [.. briefs.AsParallel().AsOrdered().Select(Composer.Compose)];

    private static Pronouncer LoadWords() => Pronouncer.Load("/usr/share/festival/dicts/cmu/cmudict-0.4.out");
}
