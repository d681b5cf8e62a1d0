using System.Collections.Immutable;
using Troubadour.Mixing;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>Turns a song's mix plan into the mixer's settings: a strip a role, rooms, echoes, bus.</summary>
/// <param name="song">The song; the balance that it keeps is used as it is.</param>
/// <param name="choir">Its voices.</param>
/// <param name="levels">The faders of its parts.</param>
/// <param name="dynamics">The levels of its sections.</param>
/// <param name="polish">How it is mixed and mastered.</param>
internal sealed class MixPlanner(
    Song song,
    Choir choir,
    ImmutableArray<PartLevel> levels,
    Dynamics dynamics,
    MixPolish polish
)
{
    // A tenth below -2 dBTP, because meters differ by about that much.
    private const double Ceiling = -2.15;

    private bool Sung => !song.Vocals.IsEmpty;

    private ReverbKind Room => Enum.Parse<ReverbKind>(song.Mix.Reverb, ignoreCase: true);

    /// <summary>The settings of the whole mix.</summary>
    public MixSettings Plan()
    {
        var beat = 60 / song.Tempos[0].QuartersPerMinute;
        var room = ReverbSettings.Of(Room);
        var scale = song.Mix.ReverbSeconds / room.DecaySeconds;
        var voices = new VoiceStrips(song, choir, Room, dynamics.Curve(0.5));
        var curve = dynamics.Curve(1);
        var settings = new MixSettings
        {
            Channels = [.. voices.All(), .. song.Parts.Select(part => Instrument(part, curve))],
            Reverbs = new Dictionary<ReverbKind, ReverbSettings>
            {
                [Room] = room with
                {
                    DecaySeconds = song.Mix.ReverbSeconds,
                    HighDecaySeconds = room.HighDecaySeconds * scale,
                },
            },
            Delay = new DelaySettings(Math.Clamp(beat * song.Mix.DelayBeats, 0.05, 2), 0.32),
            ReturnsDuck = Sung ? new DuckSettings(VoiceStems.Lead, 3, 0.02, 0.35) : null,
            Bus = Bus(),
            CeilingDbtp = Ceiling,
            MasterGainDb = song.MixState?.MasterGainDb,
        };
        return Polishing.Apply(settings, polish);
    }

    /// <summary>The balance to keep, once the master gain is known.</summary>
    public MixState State(double masterGainDb) =>
        new(levels, dynamics.Levels(), dynamics.FullestEnergy, masterGainDb, polish);

    private BusSettings Bus()
    {
        var tilt = song.Mix.TiltDb;
        return new BusSettings
        {
            Glue = song.Mix.Glue <= 0 ? null : new CompressorSettings(-14, 1.2 + song.Mix.Glue, 0.03, 0.2),
            Bands =
            [
                new EqBand(EqKind.LowShelf, 120, 0.8 - tilt * 0.6),
                new EqBand(EqKind.Peak, 320, -0.8, 0.8),
                new EqBand(EqKind.HighShelf, 6000, 0.8 + tilt * 1.2),
            ],
        };
    }

    private ChannelSettings Instrument(Part part, IReadOnlyList<GainPoint> curve)
    {
        var strip = RoleStrips.Of(part.Role);
        return strip with
        {
            Id = part.Id,
            GainDb = levels.First(level => level.Id == part.Id).GainDb,
            Pan = part.Mix.Pan,
            DriveDb = 12 * part.Mix.Drive,
            ReverbSendDb = part.Mix.ReverbDb <= -59 ? null : part.Mix.ReverbDb,
            Reverb = part.Role == PartRole.Drums ? ReverbKind.Room : Room,
            DelaySendDb = part.Mix.DelayDb <= -59 ? null : part.Mix.DelayDb,
            Sidechain = Sidechain(part),
            Duck = Sung && strip.Duck is not null ? strip.Duck : null,
            GainCurve = curve,
        };
    }

    private DuckSettings? Sidechain(Part part)
    {
        var hasDrums = song.Parts.Any(other => other.Role == PartRole.Drums && other.Id == "drums");
        var depth = Math.Max(part.Mix.SidechainDb, part.Role == PartRole.Bass ? 2 : 0);
        return hasDrums && depth > 0 && part.Role != PartRole.Drums
            ? new DuckSettings("drums", depth, 0.004, 0.11 + 0.012 * depth, 110)
            : null;
    }
}
