using Troubadour.Lyrics;

namespace Troubadour.Composing.Measures.Tests;

/// <summary>The shipped styles and lyrics and the installed lexicon, loaded once.</summary>
internal static class Room
{
    private static readonly Lazy<Pronouncer> SharedWords = new(() =>
        Pronouncer.Load("/usr/share/festival/dicts/cmu/cmudict-0.4.out")
    );

    private static readonly Lazy<SongSet> SharedSet = new(() =>
        new SongSet(
            Path.Combine(AppContext.BaseDirectory, "styles"),
            Path.Combine(AppContext.BaseDirectory, "lyrics"),
            Words
        )
    );

    public static Pronouncer Words => SharedWords.Value;

    public static SongSet Set => SharedSet.Value;
}
