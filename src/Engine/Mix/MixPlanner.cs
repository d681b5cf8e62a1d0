using System.Collections.Immutable;
using Troubadour.Audio;
using Troubadour.Mixing;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>Turns a song's mix plan into the mixer's settings: a strip a role, rooms, echoes, bus.</summary>
internal sealed class MixPlanner(Song song, Choir choir, ImmutableSortedDictionary<string, double> levels)
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
        return new MixSettings
        {
            Channels = [.. Voices(), .. song.Parts.Select(Instrument)],
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
        };
    }

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

    private IEnumerable<ChannelSettings> Voices() =>
        Enum.GetValues<VoiceLayer>()
            .Where(choir.Has)
            .Select(layer => layer == VoiceLayer.Lead ? Lead() : Backing(layer));

    private ChannelSettings Lead() =>
        new()
        {
            Id = VoiceStems.Lead,
            GainDb = RoleLevels.LeadVoice - RoleLevels.SungLoudness + song.Mix.VocalGainDb,
            HighPassHz = song.Voice?.Gender == Gender.Male ? 75 : 110,
            Bands =
            [
                new EqBand(EqKind.Peak, 280, -2, 1),
                new EqBand(EqKind.Peak, 3200, 2.2, 0.9),
                new EqBand(EqKind.HighShelf, 10000, 2.5),
            ],
            DeEsser = new DeEsserSettings(),
            Compressor = new CompressorSettings(-20, 2.8, 0.006, 0.09, 3),
            ReverbSendDb = song.Mix.VocalReverbDb,
            Reverb = Room,
            DelaySendDb = song.Mix.VocalDelayDb <= -60 ? null : song.Mix.VocalDelayDb,
            DelaySendCurve = Throws(),
            GainCurve = Dynamics(0.5),
        };

    // The echo opens at line ends and closes under the words.
    private List<GainPoint> Throws()
    {
        var points = new List<GainPoint>();
        foreach (var phrase in choir.Of(VoiceLayer.Lead).Where(phrase => !phrase.Words.IsEmpty))
        {
            var (start, end) = (phrase.Words[0].Start, phrase.Words[^1].End);
            var open = Math.Max(start + 0.05, end - 0.35);
            if (points.Count > 0 && points[^1].Second >= start - 0.1)
            {
                points.RemoveAt(points.Count - 1);
            }

            if (points.Count == 0 || points[^1].Second < start - 0.1)
            {
                points.Add(new GainPoint(Math.Max(0, start - 0.1), -3));
            }

            points.Add(new GainPoint(open, -3));
            points.Add(new GainPoint(open + 0.1, 4));
            points.Add(new GainPoint(Math.Max(open + 0.2, end + 0.3), 4));
        }

        return points;
    }

    private ChannelSettings Backing(VoiceLayer layer)
    {
        var (gain, pan) = layer switch
        {
            VoiceLayer.DoubleLeft => (-10.5, -0.75),
            VoiceLayer.DoubleRight => (-10.5, 0.75),
            _ => (-7.0, 0.25),
        };
        return new ChannelSettings
        {
            Id = VoiceStems.Id(layer),
            GainDb = RoleLevels.LeadVoice - RoleLevels.SungLoudness + song.Mix.VocalGainDb + gain,
            Pan = pan,
            HighPassHz = 180,
            Bands = [new EqBand(EqKind.Peak, 300, -3, 1), new EqBand(EqKind.HighShelf, 9000, 1.5)],
            DeEsser = new DeEsserSettings(5000, -11, 10),
            Compressor = new CompressorSettings(-24, 4, 0.005, 0.1, 3),
            ReverbSendDb = song.Mix.VocalReverbDb + 2,
            Reverb = Room,
        };
    }

    private ChannelSettings Instrument(Part part)
    {
        var target = Target(part) + BandTrim();
        var strip = RoleStrips.Of(part.Role);
        return strip with
        {
            Id = part.Id,
            GainDb = Math.Clamp(target - levels[part.Id], -30, 30),
            Pan = part.Mix.Pan,
            DriveDb = 12 * part.Mix.Drive,
            ReverbSendDb = part.Mix.ReverbDb <= -59 ? null : part.Mix.ReverbDb,
            Reverb = part.Role == PartRole.Drums ? ReverbKind.Room : Room,
            DelaySendDb = part.Mix.DelayDb <= -59 ? null : part.Mix.DelayDb,
            Sidechain = Sidechain(part),
            Duck = Sung && strip.Duck is not null ? strip.Duck : null,
            GainCurve = Dynamics(1),
        };
    }

    // Sections differ in loudness as they differ in energy: the band steps back for a verse and comes forward for a chorus.
    private List<GainPoint> Dynamics(double share)
    {
        var map = new TimeMap(song.Tempos);
        var points = new List<GainPoint>();
        var fullest = song.Sections.Select(section => section.Energy).DefaultIfEmpty(1).Max();
        foreach (var section in song.Sections)
        {
            var level = share * Math.Clamp(10 * (section.Energy - fullest) + Relief(section), -6, 2);
            var start = map.SecondsAt(section.Tick);
            if (points.Count > 0)
            {
                points.Add(points[^1] with { Second = Math.Max(points[^1].Second, start - 0.03) });
            }

            points.Add(new GainPoint(start, level));
        }

        return points;
    }

    // Where the voice rests or few instruments play, those that play come forward: a break is not a hole.
    private double Relief(SongSection section)
    {
        var end = section.Tick + section.Length;
        var sung = song.Vocals.Any(phrase => phrase.Notes[0].Tick < end && phrase.Notes[^1].Tick >= section.Tick);
        var players = song.Parts.Count(part => part.Notes.Any(note => note.Tick >= section.Tick && note.Tick < end));
        return (Sung && !sung ? 4 : 0) + 1.5 * Math.Max(0, 4 - players);
    }

    private double Target(Part part)
    {
        var alike = song.Parts.Count(other => other.Role == part.Role);
        return RoleLevels.Of(part.Role, Sung) - RoleLevels.Crowd(alike) + part.Mix.GainDb;
    }

    // A band of many loud players gives way as a whole, one of few comes closer, so that the voice stands as far in front of either.
    private double BandTrim()
    {
        if (!Sung)
        {
            return 0;
        }

        var power = song.Parts.Sum(part => DeterministicMath.Exp(Target(part) * 0.2302585093) * Presence(part));
        return Math.Clamp(RoleLevels.Band - DeterministicMath.Log10(Math.Max(power, 1e-9)) * 10, -4, 4);
    }

    // The share of the song's bars in which the part starts a note.
    private double Presence(Part part)
    {
        var bar = song.Meter.TicksPerBar;
        var bars = Math.Max(1, song.Sections.Sum(section => section.Length) / bar);
        return Math.Min(1, (double)part.Notes.Select(note => note.Tick / bar).Distinct().Count() / bars);
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
