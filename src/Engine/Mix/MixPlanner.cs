using System.Collections.Immutable;
using Troubadour.Mixing;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>Turns a song's mix plan into the mixer's settings: a strip a role, rooms, echoes, bus.</summary>
/// <param name="song">The song; the balance that it keeps is used as it is.</param>
/// <param name="choir">Its voices.</param>
/// <param name="levels">The faders of its parts.</param>
/// <param name="dynamics">The levels of its sections.</param>
/// <param name="polish">How it is mixed and mastered, where it keeps no balance.</param>
internal sealed class MixPlanner(
    Song song,
    Choir choir,
    ImmutableArray<PartLevel> levels,
    SectionDynamics dynamics,
    MixPolish polish
)
{
    // A quarter below -2 dBTP, because meters differ by up to that much.
    private const double Ceiling = -2.25;
    private const double TargetLufs = -14;

    // A new voice over a band that stays must be as audible as the old one.
    private const double VoiceSearchDb = 2;
    private const double BandSearchDb = 4;

    private readonly MixState? _kept = song.MixState;
    private readonly ImmutableArray<VoiceSpan> _words = VoiceKeys.Of(choir, song);

    /// <summary>The recording that is heard in the song; null for none.</summary>
    public TapeDeck? Deck { get; init; }

    private bool Sung => !song.Vocals.IsEmpty;

    private MixHeld Held => _kept?.Held ?? MixHeld.None;

    private MixPolish Polish => _kept?.Polish ?? polish;

    private MixPolish LivePolish => Held == MixHeld.None ? Polish : _kept!.LivePolish ?? Polish;

    private MixPolish VoicesPolish => Held == MixHeld.Band ? LivePolish : Polish;

    private ImmutableArray<VoiceSpan> BandKey => Held == MixHeld.Band ? _kept!.VoiceSpans ?? _words : _words;

    private ReverbKind Room => Enum.Parse<ReverbKind>(song.Mix.Reverb, ignoreCase: true);

    /// <summary>The settings of the whole mix.</summary>
    /// <param name="held">The gains of what the song's balance holds.</param>
    public MixSettings Plan(GainTrack? held)
    {
        var rooms = Rooms();
        MixSettings Of(ImmutableArray<VoiceSpan> key, MixPolish own) =>
            Polishing.Apply(rooms with { ReturnsDuck = Sung ? new DuckPlan(3, 0.02, 0.35).By(key) : null }, own);
        if (_kept is null || held is null)
        {
            return Of(BandKey, Polish) with { MasterGainDb = _kept?.MasterGainDb };
        }

        var ofVoices = Held == MixHeld.Voices;
        return Of(ofVoices ? BandKey : _words, LivePolish) with
        {
            MasterGainDb = _kept.LiveGainDb,
            Held = new HeldGroup(
                ofVoices ? VoiceStems.All : [.. song.Parts.Select(part => part.Id)],
                held,
                _kept.MasterGainDb,
                Of(ofVoices ? _words : BandKey, Polish)
            )
            {
                SearchDb = ofVoices ? BandSearchDb : VoiceSearchDb,
                OthersDb = ofVoices ? Polishing.VoicesDb(Polish) - Polishing.VoicesDb(LivePolish) : 0,
            },
        };
    }

    /// <summary>The balance to keep, once the mix is made.</summary>
    public MixState State(MixReport report)
    {
        var isHeld = report.HeldTrack is not null;
        var live = report.Track.Encode();
        var held = report.HeldTrack?.Encode();
        return new MixState(
            levels,
            dynamics.Band.Levels(),
            dynamics.Band.FullestEnergy,
            isHeld ? _kept!.MasterGainDb : report.MasterGainDb,
            Polish
        )
        {
            VoiceSpans = Sung ? BandKey : null,
            VoiceSections = Sung ? dynamics.Voices.Levels() : _kept?.VoiceSections,
            Tone = report.Tone is { } tone ? [.. tone] : null,
            Gains =
                held is null ? new MixGains(live)
                : Held == MixHeld.Voices ? new MixGains(held, live)
                : new MixGains(live, held),
            Held = isHeld ? Held : MixHeld.None,
            LiveGainDb = isHeld ? report.MasterGainDb : null,
            LivePolish = isHeld ? LivePolish : null,
        };
    }

    private MixSettings Rooms()
    {
        var beat = 60 / song.Tempos[0].QuartersPerMinute;
        var room = ReverbSettings.Of(Room);
        var scale = song.Mix.ReverbSeconds / room.DecaySeconds;
        var voices = new VoiceStrips(song, choir, Room, dynamics.Voices.Levels(), VoicesPolish);
        var curve = dynamics.Band.Curve();
        return new MixSettings
        {
            Channels =
            [
                .. voices.All(),
                .. song.Parts.Select(part => Instrument(part, curve)),
                .. Deck?.Channels() ?? [],
            ],
            Reverbs = new Dictionary<ReverbKind, ReverbSettings>
            {
                [Room] = room with
                {
                    DecaySeconds = song.Mix.ReverbSeconds,
                    HighDecaySeconds = room.HighDecaySeconds * scale,
                },
            },
            Buses = RoleBuses.Of(song),
            Target = _kept is null && (Deck is not null || !song.Parts.IsEmpty) ? Target() : null,
            TargetLufs = Deck?.NearLufs() ?? TargetLufs,
            Tone = _kept?.Tone is { } kept ? kept : null,
            Delay = new DelaySettings(Math.Clamp(beat * song.Mix.DelayBeats, 0.05, 2), 0.32),
            Bus = Bus(),
            CeilingDbtp = Ceiling,
        };
    }

    private ToneTarget? Target() =>
        Deck?.Tone() ?? (song.Mix.Target is { } tone ? new(tone.LowDb, tone.Slope, tone.AirSlope) : null);

    private BusSettings Bus()
    {
        var tilt = song.Mix.TiltDb;
        return new BusSettings
        {
            Glue = song.Mix.Glue <= 0 ? null : new CompressorSettings(-14, 1.1 + 0.7 * song.Mix.Glue, 0.03, 0.2),
            Bands = [new EqBand(EqKind.LowShelf, 120, -tilt * 0.6), new EqBand(EqKind.HighShelf, 6000, tilt * 1.2)],
        };
    }

    private ChannelSettings Instrument(Part part, IReadOnlyList<GainPoint> curve)
    {
        var strip = RoleStrips.Of(song.Mix, part);
        var level = levels.First(level => level.Id == part.Id);
        return strip with
        {
            GainDb = level.GainDb,
            TrimDb = level.TrimDb,
            Pan = part.Mix.Pan,
            ReverbSendDb = part.Mix.ReverbDb <= -59 ? null : part.Mix.ReverbDb,
            Reverb = part.Role == PartRole.Drums ? ReverbKind.Room : Room,
            DelaySendDb = part.Mix.DelayDb <= -59 ? null : part.Mix.DelayDb,
            Sidechain = Sidechains.Of(song, part),
            Duck = Sung ? strip.Duck?.By(BandKey) : null,
            PresenceDuck = Sung ? strip.PresenceDuck?.By(BandKey) : null,
            WidthCurve = RoleStrips.Widens(part.Role) ? dynamics.Band.Widths(song.Mix.WidthMove) : [],
            GainCurve = curve,
        };
    }
}
