using Troubadour.Music;

namespace Troubadour.Engine.Bench;

/// <summary>Thirty songs: every genre of sung songs once, and seven instrumentals.</summary>
internal static class MasterSet
{
    private const double Seconds = 66;

    private static readonly string[] s_sung =
    [
        "Folk",
        "Pop",
        "Rock",
        "Chinese Style",
        "Hip Hop/Rap",
        "R&B/Soul",
        "Punk",
        "Electronic",
        "Jazz",
        "Reggae",
        "DJ",
        "Pop Punk",
        "Disco",
        "Future Bass",
        "Pop Rap",
        "Trap Rap",
        "R&B Rap",
        "Chinoiserie Electronic",
        "GuFeng Music",
        "Pop Rock",
        "Jazz Pop",
        "Bossa Nova",
        "Contemporary R&B",
    ];

    private static readonly string[] s_instrumental =
    [
        "corporate",
        "cinematic",
        "ambient",
        "dance/edm",
        "video game",
        "funk",
        "orchestral",
    ];

    private static readonly string[] s_lyrics = ["lanterns", "tonight", "harbour", "orchard", "corner"];
    private static readonly Timbre[] s_timbres = Enum.GetValues<Timbre>();

    /// <summary>The songs, in a fixed order.</summary>
    public static IReadOnlyList<BenchSong> Of(string lyrics) =>
        [.. s_sung.Select((genre, i) => Sung(lyrics, genre, i)), .. s_instrumental.Select(Instrumental)];

    private static BenchSong Sung(string folder, string genre, int i) =>
        new(
            Name(genre),
            new SongBrief
            {
                Lyrics = File.ReadAllText(Path.Combine(folder, s_lyrics[i % s_lyrics.Length] + ".txt")),
                Genres = [genre],
                Gender = i % 2 == 0 ? Gender.Female : Gender.Male,
                Timbre = s_timbres[i % s_timbres.Length],
                Seconds = Seconds,
                Seed = 100 + i,
            }
        );

    private static BenchSong Instrumental(string genre, int i) =>
        new(
            "bgm-" + Name(genre),
            new SongBrief
            {
                IsVocal = false,
                Genres = [genre],
                Seconds = Seconds,
                Seed = 200 + i,
            }
        );

    private static string Name(string genre) =>
        string.Concat(genre.ToLowerInvariant().Select(c => char.IsAsciiLetter(c) ? c : '-')).Replace("--", "-");
}
