using Troubadour.Mixing;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>
/// Which players are compressed together: drums, bass, the rest of the band, all that is sung. Voices and band are never on one bus, so that either
/// can be exchanged under the other.
/// </summary>
internal static class RoleBuses
{
    /// <summary>The buses of a song whose plan wants any.</summary>
    public static IReadOnlyList<RoleBusSettings> Of(Song song)
    {
        var mix = song.Mix;
        return
        [
            .. Bus(mix.DrumBus, Players(song, PartRole.Drums), new(-13, 1 + 2 * mix.DrumBus, 0.012, 0.12, KneeDb: 8)),
            .. Bus(mix.BassBus, Players(song, PartRole.Bass), new(-17, 1 + 2 * mix.BassBus, 0.02, 0.16, KneeDb: 8)),
            .. Bus(
                mix.MusicBus,
                Players(song, PartRole.Chords, PartRole.Pad, PartRole.Arpeggio, PartRole.Lead, PartRole.Counter),
                new(-15, 1 + 1.5 * mix.MusicBus, 0.025, 0.25, KneeDb: 10)
            ),
            .. Bus(mix.VoiceBus, VoiceStems.All, new(-12, 1 + 1.5 * mix.VoiceBus, 0.012, 0.2, KneeDb: 8)),
        ];
    }

    private static IEnumerable<RoleBusSettings> Bus(
        double amount,
        IReadOnlyList<string> ids,
        CompressorSettings compressor
    ) => amount <= 0 || ids.Count == 0 ? [] : [new RoleBusSettings(ids, compressor)];

    private static List<string> Players(Song song, params ReadOnlySpan<PartRole> roles)
    {
        var ids = new List<string>();
        foreach (var part in song.Parts)
        {
            if (roles.Contains(part.Role))
            {
                ids.Add(part.Id);
            }
        }

        return ids;
    }
}
