using Troubadour.Music;

namespace Troubadour.Composing.Tests.Shared;

/// <summary>Songs that the laws are tried on: every vocal genre at every kind of length, every instrumental genre at eight.</summary>
internal static class Corpus
{
    private static readonly double?[] Lengths = [30, 45, 60, 90, 180, 240, null];
    private static readonly double[] InstrumentalLengths = [1, 2, 3, 5, 9, 10, 29, 60, 120];
    private static readonly Lazy<IReadOnlyList<Song>> SharedSung = new(MakeSung);
    private static readonly Lazy<IReadOnlyList<Song>> SharedInstrumental = new(MakeInstrumental);

    public static IReadOnlyList<Song> Sung => SharedSung.Value;

    public static IReadOnlyList<Song> Instrumental => SharedInstrumental.Value;

    public static IEnumerable<Song> All => Sung.Concat(Instrumental);

    /// <summary>How a song is named in a failure.</summary>
    public static string Name(Song song) =>
        $"{string.Join('+', song.Brief.Genres)}/{song.Style}, seed {song.Brief.Seed}, asked {song.Brief.Seconds} s";

    /// <summary>Fails with the first twenty breaches and their number.</summary>
    public static void AssertNone(IEnumerable<string> breaches)
    {
        var list = breaches.ToList();
        Assert.True(list.Count == 0, $"{list.Count} breaches:\n" + string.Join('\n', list.Take(20)));
    }

    private static IReadOnlyList<Song> MakeSung() =>
        Room.ComposeAll(
            Room.Library.VocalGenres.Keys.SelectMany(
                (genre, g) =>
                    Lengths.SelectMany(
                        (seconds, l) =>
                            Enumerable
                                .Range(0, seconds is 30 or 60 or null ? 2 : 1)
                                .Select(n => new SongBrief
                                {
                                    Lyrics = seconds is 45 ? Words.Short : Words.Driving,
                                    Genres = [genre],
                                    Gender = (g + l + n) % 2 == 0 ? Gender.Female : Gender.Male,
                                    Seconds = seconds,
                                    Seed = 1000 * n + 31 * g + l,
                                })
                    )
            )
        );

    private static IReadOnlyList<Song> MakeInstrumental() =>
        Room.ComposeAll(
            Room.Library.BgmGenres.Keys.SelectMany(
                (genre, g) =>
                    InstrumentalLengths.Select(seconds => new SongBrief
                    {
                        IsVocal = false,
                        Genres = [genre],
                        Seconds = seconds,
                        Seed = g,
                    })
            )
        );
}
