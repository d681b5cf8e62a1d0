using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>
/// The balance of a song whose band or voices are exchanged, from that of its source: what stays is held with its faders, section levels and
/// gains; what is new finds its place beside it.
/// </summary>
internal static class SwapBalance
{
    /// <summary>The voices stay: the band gets faders and section levels of its own, in the source's rooms.</summary>
    /// <param name="source">The source's balance, whole with its gains.</param>
    /// <param name="clarity">How plainly the new mix is to be heard through.</param>
    public static MixState Voices(MixState source, double? clarity)
    {
        var isLive = source.Held == MixHeld.Band;
        var polish = isLive ? source.LivePolish ?? source.Polish : source.Polish;
        return new MixState(
            [],
            [],
            source.FullestEnergy,
            isLive ? source.LiveGainDb!.Value : source.MasterGainDb,
            polish
        )
        {
            VoiceSections = source.VoiceSections ?? source.Sections,
            Tone = source.Tone,
            Gains = new MixGains(source.Gains!.Voices),
            Held = MixHeld.Voices,
            LivePolish = polish with { Clarity = clarity ?? polish.Clarity },
        };
    }

    /// <summary>The band stays, stepping back under the words that it was mixed under.</summary>
    /// <param name="source">The source's balance, whole with its gains.</param>
    /// <param name="clarity">How plainly the new mix is to be heard through.</param>
    public static MixState Band(MixState source, double? clarity)
    {
        var isLive = source.Held == MixHeld.Voices;
        var polish = isLive ? source.LivePolish ?? source.Polish : source.Polish;
        var gains = source.Gains!;
        return source with
        {
            MasterGainDb = isLive ? source.LiveGainDb!.Value : source.MasterGainDb,
            Polish = polish,
            Gains = new MixGains(gains.Voices, gains.Band ?? gains.Voices),
            Held = MixHeld.Band,
            LiveGainDb = null,
            LivePolish = polish with { Clarity = clarity ?? polish.Clarity },
        };
    }
}
