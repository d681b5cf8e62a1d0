using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing.Measures.Tests;

/// <summary>Songs of every vocal genre that the laws are tried on.</summary>
internal static class Songs
{
    private static readonly Lazy<ImmutableArray<Song>> Shared = new(() => Room.Set.Compose(23, 5));

    public static ImmutableArray<Song> All => Shared.Value;

    /// <summary>A stream for what a test leaves to chance in a song.</summary>
    public static RandomStream Chance(Song song, string name) => new(song.Brief.Seed, name);

    /// <summary>How a song is named in a failure.</summary>
    public static string Name(Song song) => $"{song.Style}/{song.Brief.Seed}";
}
