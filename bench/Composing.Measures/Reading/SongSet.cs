using System.Collections.Immutable;
using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.Composing.Measures;

/// <summary>Seeded songs over all vocal genres: what the bench judges.</summary>
public sealed class SongSet
{
    private static readonly double?[] Lengths = [180, 210, null, 150, 240];
    private readonly Composer _composer;
    private readonly ImmutableArray<string> _lyrics;

    /// <summary>Loads styles and words.</summary>
    /// <param name="styles">The folder of styles.</param>
    /// <param name="lyrics">A folder of lyric files (*.txt).</param>
    /// <param name="pronouncer">Says the words.</param>
    public SongSet(string styles, string lyrics, Pronouncer pronouncer)
    {
        Library = StyleLibrary.Load(styles);
        _composer = new Composer(Library, pronouncer);
        _lyrics = [.. Directory.EnumerateFiles(lyrics, "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText)];
    }

    /// <summary>The styles.</summary>
    public StyleLibrary Library { get; }

    /// <summary>Vocal genres in a fixed order.</summary>
    public ImmutableArray<string> Genres => [.. Library.VocalGenres.Keys];

    /// <summary>So many songs: genres in turn, each turn with other words, other lengths and the other gender.</summary>
    public ImmutableArray<Song> Compose(int count, long seed) =>
        [.. Enumerable.Range(0, count).Select(i => _composer.Compose(Brief(i, seed)))];

    /// <summary>One song of a genre.</summary>
    public Song Compose(string genre, int lyrics, long seed, double? seconds) =>
        _composer.Compose(
            new SongBrief
            {
                Lyrics = _lyrics[lyrics % _lyrics.Length],
                Genres = [genre],
                Gender = seed % 2 == 0 ? Gender.Female : Gender.Male,
                Seconds = seconds,
                Seed = seed,
            }
        );

    /// <summary>A song of any brief.</summary>
    public Song Compose(SongBrief brief) => _composer.Compose(brief);

    private SongBrief Brief(int index, long seed)
    {
        var turn = index / Genres.Length;
        var genre = index % Genres.Length;
        return new SongBrief
        {
            Lyrics = _lyrics[(genre + turn * 2) % _lyrics.Length],
            Genres = [Genres[genre]],
            Gender = (genre + turn) % 2 == 0 ? Gender.Female : Gender.Male,
            Seconds = Lengths[(genre * 2 + turn) % Lengths.Length],
            Seed = seed * 1000 + index,
        };
    }
}
