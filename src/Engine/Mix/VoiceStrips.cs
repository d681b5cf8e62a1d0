using System.Collections.Immutable;
using Troubadour.Mixing;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>The strips of the sung layers.</summary>
/// <param name="song">The song.</param>
/// <param name="choir">Its voices.</param>
/// <param name="room">Where they sing.</param>
/// <param name="levels">The levels of the sections, of which they take half.</param>
/// <param name="polish">How they are mixed.</param>
internal sealed class VoiceStrips(
    Song song,
    Choir choir,
    ReverbKind room,
    ImmutableArray<SectionLevel> levels,
    MixPolish polish
)
{
    private readonly VoiceRide _ride = new(choir, levels);
    private readonly double _leadDb =
        RoleLevels.LeadVoice - RoleLevels.SungLoudness + song.Mix.VocalGainDb + Polishing.VoicesDb(polish);

    /// <summary>One strip for each layer that sings.</summary>
    public IEnumerable<ChannelSettings> All() =>
        Enum.GetValues<VoiceLayer>()
            .Where(choir.Has)
            .Select(layer => layer == VoiceLayer.Lead ? Lead() : Backing(layer));

    private ChannelSettings Lead()
    {
        var strip = LeadStrip();
        return strip with { GainCurve = _ride.Curve(VoiceLayer.Lead, strip) };
    }

    private ChannelSettings LeadStrip() =>
        new()
        {
            Id = VoiceStems.Lead,
            GainDb = _leadDb,
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
            Reverb = room,
            DelaySendDb = song.Mix.VocalDelayDb <= -60 ? null : song.Mix.VocalDelayDb,
            DelaySendCurve = Throws(),
        };

    // The echo opens at line ends and closes under the words. A line that begins before the one before it has ended closes it earlier.
    private List<GainPoint> Throws()
    {
        var points = new List<GainPoint>();
        foreach (var phrase in choir.Of(VoiceLayer.Lead).Where(phrase => !phrase.Words.IsEmpty).OrderBy(Start))
        {
            var (start, end) = (Start(phrase), phrase.Words[^1].End);
            var open = Math.Max(start + 0.05, end - 0.35);
            while (points.Count > 0 && points[^1].Second >= start - 0.1)
            {
                points.RemoveAt(points.Count - 1);
            }

            points.Add(new GainPoint(Math.Max(0, start - 0.1), -3));
            points.Add(new GainPoint(open, -3));
            points.Add(new GainPoint(open + 0.1, 4));
            points.Add(new GainPoint(Math.Max(open + 0.2, end + 0.3), 4));
        }

        return points;
    }

    private static double Start(KeptTake phrase) => phrase.Words[0].Start;

    private ChannelSettings Backing(VoiceLayer layer)
    {
        var (gain, pan, wet) = layer switch
        {
            VoiceLayer.DoubleLeft => (-10.5, -0.75, 2.0),
            VoiceLayer.DoubleRight => (-10.5, 0.75, 2.0),
            VoiceLayer.LowHarmony => (-8.5, -0.4, 2.0),
            VoiceLayer.Octave => (-12.0, 0.1, 2.0),
            VoiceLayer.Pad => (-12.5, -0.15, 6.0),
            VoiceLayer.Backing => (-3.5, -0.35, 3.0),
            _ => (-7.0, 0.3, 2.0),
        };
        return new ChannelSettings
        {
            Id = VoiceStems.Id(layer),
            GainDb = _leadDb + gain,
            Pan = pan,
            HighPassHz = 180,
            Bands = [new EqBand(EqKind.Peak, 300, -3, 1), new EqBand(EqKind.HighShelf, 9000, 1.5)],
            DeEsser = new DeEsserSettings(DepthDb: 18, LimitDb: -14),
            Compressor = new CompressorSettings(-24, 4, 0.005, 0.1, 3),
            GainCurve = _ride.Curve(layer),
            ReverbSendDb = song.Mix.VocalReverbDb + wet,
            Reverb = room,
        };
    }
}
