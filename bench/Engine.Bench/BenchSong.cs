using Troubadour.Music;

namespace Troubadour.Engine.Bench;

/// <summary>One song of the set that is measured.</summary>
internal sealed record BenchSong(string Name, SongBrief Brief)
{
    /// <summary>Twelve songs of different genres and two instrumentals.</summary>
    public static IReadOnlyList<BenchSong> Set(string lyrics) =>
        [
            Sung(lyrics, "pop", "lanterns", "Pop", "Dynamic/Energetic", Gender.Female, Timbre.Sweet, 240),
            Sung(lyrics, "folk", "harbour", "Folk", "Nostalgic/Memory", Gender.Female, Timbre.Warm, 120),
            Sung(lyrics, "rock", "tonight", "Rock", "Dynamic/Energetic", Gender.Male, Timbre.Powerful, 120),
            Sung(lyrics, "hip-hop", "corner", "Hip Hop/Rap", "Chill", Gender.Male, Timbre.Husky, 120),
            Sung(lyrics, "electronic", "tonight", "Electronic", "Excited", Gender.Female, Timbre.Bright, 120),
            Sung(lyrics, "jazz", "harbour", "Jazz", "Romantic", Gender.Female, Timbre.Lazy, 120),
            Sung(lyrics, "reggae", "harbour", "Reggae", "Chill", Gender.Male, Timbre.Warm, 120),
            Sung(lyrics, "gufeng", "orchard", "GuFeng Music", "Miss", Gender.Female, Timbre.Cute, 120),
            Sung(lyrics, "soul", "lanterns", "R&B/Soul", "Sorrow/Sad", Gender.Male, Timbre.Sonorous, 180),
            Sung(lyrics, "disco", "tonight", "Disco", "Groovy/Funky", Gender.Female, Timbre.Electrified, 120),
            Sung(lyrics, "bossa", "orchard", "Bossa Nova", "Calm/Relaxing", Gender.Female, Timbre.Warm, 120),
            Sung(lyrics, "trap", "corner", "Trap Rap", "Dynamic/Energetic", Gender.Male, Timbre.Powerful, 90),
            new(
                "bgm-corporate",
                new SongBrief
                {
                    IsVocal = false,
                    Genres = ["corporate"],
                    Moods = ["uplifting"],
                    Seconds = 60,
                    Seed = 11,
                }
            ),
            new(
                "bgm-trailer",
                new SongBrief
                {
                    IsVocal = false,
                    Genres = ["trailer"],
                    Moods = ["dramatic"],
                    Seconds = 30,
                    Seed = 12,
                }
            ),
        ];

    private static BenchSong Sung(
        string folder,
        string name,
        string lyrics,
        string genre,
        string mood,
        Gender gender,
        Timbre timbre,
        double seconds
    ) =>
        new(
            name,
            new SongBrief
            {
                Lyrics = File.ReadAllText(Path.Combine(folder, lyrics + ".txt")),
                Genres = [genre],
                Moods = [mood],
                Gender = gender,
                Timbre = timbre,
                Seconds = seconds,
                Seed = 7,
            }
        );
}
