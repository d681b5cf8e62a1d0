using Troubadour.Music;

namespace Troubadour.Engine.Tests;

/// <summary>Orders and songs that several tests use.</summary>
internal static class Orders
{
    /// <summary>A neutral remaster at the usual detail: the song as it is, rendered again.</summary>
    public static SongOrder Again { get; } = Remaster(3, 2);

    public static SongOrder Remaster(int detail, long seed) =>
        new(OrderKind.Remaster, new SongBrief { Detail = detail, Seed = seed });

    /// <summary>The song with a clip that starts at its second section.</summary>
    public static Song Late(Song song) => song with { From = song.Sections[1].Tick };

    public static SongOrder Voice(double? from, double? to) =>
        new(OrderKind.Voice, new SongBrief()) { FromSeconds = from, ToSeconds = to };
}
