using Troubadour.Audio;

namespace Troubadour.Ingest.Tests.Fingerprints;

/// <summary>Songs and what they are known by, made once for all tests.</summary>
public sealed class SongShelf
{
    /// <summary>How long each song is.</summary>
    public const double Seconds = 20;

    /// <summary>The songs by id.</summary>
    public IReadOnlyDictionary<string, AudioBuffer> Audio { get; } =
        Enumerable
            .Range(0, 5)
            .ToDictionary(
                seed => seed.ToString(System.Globalization.CultureInfo.InvariantCulture),
                seed => Songs.Make(seed, Seconds)
            );

    /// <summary>Their fingerprints by id.</summary>
    public IReadOnlyDictionary<string, Fingerprint> Prints { get; }

    public SongShelf() => Prints = Audio.ToDictionary(song => song.Key, song => Fingerprint.Of(song.Value));
}
