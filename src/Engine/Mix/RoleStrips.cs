using Troubadour.Mixing;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>The usual strip of each role: what to cut so that every one has its place.</summary>
internal static class RoleStrips
{
    // Rounds off the one stroke that is far louder than the rest, before it pushes everything else down.
    private const double PeakDriveDb = 2;

    /// <summary>True for players that spread out in full sections.</summary>
    public static bool Widens(PartRole role) =>
        role is PartRole.Chords or PartRole.Pad or PartRole.Arpeggio or PartRole.Counter or PartRole.Effects;

    /// <summary>The strip of a player, without level, pan, sends and what others do to it.</summary>
    /// <param name="mix">The song's mix.</param>
    /// <param name="part">The player.</param>
    public static ChannelSettings Of(MixPlan mix, Part part)
    {
        var strip = Of(part.Role);
        var stays = part.Role is PartRole.Drums or PartRole.Bass or PartRole.Effects || mix.PresenceDuckDb <= 0;
        return strip with
        {
            Id = part.Id,
            DriveDb = 12 * part.Mix.Drive + 4 * mix.Tape + (part.Role == PartRole.Drums ? PeakDriveDb : 0),
            Bands = mix.Tape > 0 ? [.. strip.Bands, new EqBand(EqKind.HighShelf, 7000, -9 * mix.Tape)] : strip.Bands,
            PresenceDuck = stays ? null : new DuckPlan(mix.PresenceDuckDb, 0.03, 0.2),
            Tape = mix.Tape,
        };
    }

    private static ChannelSettings Of(PartRole role) =>
        role switch
        {
            PartRole.Drums => new ChannelSettings
            {
                Id = "",
                HighPassHz = 32,
                Bands =
                [
                    new EqBand(EqKind.LowShelf, 75, 1.5),
                    new EqBand(EqKind.Peak, 420, -2.5, 0.9),
                    new EqBand(EqKind.HighShelf, 9000, 1.5),
                ],
                Compressor = new CompressorSettings(-14, 2.2, 0.018, 0.09, 1.5),
                Width = 1.3,
            },
            PartRole.Bass => new ChannelSettings
            {
                Id = "",
                HighPassHz = 30,
                Bands = [new EqBand(EqKind.Peak, 250, -2, 0.9), new EqBand(EqKind.Peak, 900, 1.5, 0.8)],
                Compressor = new CompressorSettings(-20, 3, 0.02, 0.14, 2),
            },
            PartRole.Chords => new ChannelSettings
            {
                Id = "",
                HighPassHz = 120,
                Bands = [new EqBand(EqKind.Peak, 350, -1.5, 0.9), new EqBand(EqKind.Peak, 2800, -1, 0.8)],
                Width = 1.25,
                Duck = new DuckPlan(1.5, 0.03, 0.25),
            },
            PartRole.Pad => new ChannelSettings
            {
                Id = "",
                HighPassHz = 170,
                Bands = [new EqBand(EqKind.Peak, 2500, -1.5, 0.7)],
                Width = 1.4,
                Duck = new DuckPlan(2.5, 0.04, 0.4),
            },
            PartRole.Arpeggio => new ChannelSettings
            {
                Id = "",
                HighPassHz = 200,
                Width = 1.3,
                Duck = new DuckPlan(2, 0.03, 0.25),
            },
            PartRole.Lead => new ChannelSettings
            {
                Id = "",
                HighPassHz = 150,
                Bands = [new EqBand(EqKind.Peak, 2600, 1, 0.8)],
                Compressor = new CompressorSettings(-22, 2, 0.012, 0.12, 1.5),
                Duck = new DuckPlan(2.5, 0.03, 0.3),
            },
            PartRole.Counter => new ChannelSettings
            {
                Id = "",
                HighPassHz = 150,
                Bands = [new EqBand(EqKind.Peak, 2500, -1, 0.8)],
                Duck = new DuckPlan(3, 0.03, 0.3),
            },
            PartRole.Effects => new ChannelSettings
            {
                Id = "",
                HighPassHz = 150,
                Width = 1.3,
            },
            _ => throw new ArgumentOutOfRangeException(nameof(role)),
        };
}
