using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>
/// How voice and band meet in each section: where the score says that the band is too far under the voice, or over it, both move: most of the way the voice, the rest the
/// band, so that a verse stays softer than a chorus. Only
/// what is written counts, so that neither listens to the other.
/// </summary>
internal sealed class VoiceSlots(Song song)
{
    // What the lead voice should have over the band, and what is near enough.
    private const double UsualDb = 0.5;
    private const double LeewayDb = 0.75;
    private const double MostBandDb = 3;
    private const double MostVoiceDb = 5.5;
    private const double VoiceShare = 0.65;

    // How far a band lies under the estimate from its score, and how much farther where it plays little.
    private const double EstimateDb = -1.2;
    private const double BareDb = -3.5;

    // Fewer players than this are no band to lean on.
    private const double SoloLufs = -40;

    private readonly Balance _balance = new(song, null);
    private readonly double _fullest = song.Sections.Select(section => section.Energy).DefaultIfEmpty(1).Max();

    /// <summary>The band's level in a section whose energy asks for another.</summary>
    public double BandDb(SongSection section, double asked) =>
        asked + Math.Clamp(Excess(section, asked) * (1 - VoiceShare), -MostBandDb / 2, MostBandDb);

    /// <summary>The voices' level in a section whose energy asks for another.</summary>
    public double VoicesDb(SongSection section, double asked) =>
        asked - Math.Clamp(Excess(section, 2 * asked) * VoiceShare, -MostVoiceDb / 3, MostVoiceDb);

    private double Excess(SongSection section, double bandDb)
    {
        var bare = BareDb * (_fullest - section.Energy);
        var band = _balance.SectionLoudness(section) + EstimateDb + bare;
        if (song.Vocals.IsEmpty || band < SoloLufs)
        {
            return 0;
        }

        var off = RoleLevels.LeadVoice + bandDb / 2 - (band + bandDb) - UsualDb;
        return Math.Sign(off) * Math.Max(0, Math.Abs(off) - LeewayDb);
    }
}
