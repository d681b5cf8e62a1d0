using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>
/// How voice and band meet in each section: where the band by itself is too far under where the voice will be, or over it, both move: most of
/// the way the voice, the rest the band, so that a verse stays softer than a chorus. Voices are taken to be as loud as the desk brings them,
/// so that the band does not listen to them.
/// </summary>
/// <param name="bandLufs">How loud the band is in a section by itself; null where there is none.</param>
internal sealed class VoiceSlots(Func<SongSection, double>? bandLufs)
{
    // What the lead voice should have over the band, and what is near enough.
    private const double UsualDb = 1.1;
    private const double LeewayDb = 0.5;
    private const double MostBandDb = 4;
    private const double MostVoiceDb = 5.5;
    private const double VoiceShare = 0.65;

    // What is softer is no band to lean on.
    private const double SoloLufs = -40;

    private readonly Dictionary<(string Kind, double Energy), double> _heard = [];

    /// <summary>The band's level in a section whose energy asks for another.</summary>
    public double BandDb(SongSection section, double asked) =>
        asked + Math.Clamp(Excess(section, asked) * (1 - VoiceShare), -MostBandDb / 2, MostBandDb);

    /// <summary>The voices' level in a section whose energy asks for another.</summary>
    public double VoicesDb(SongSection section, double asked) =>
        asked - Math.Clamp(Excess(section, 2 * asked) * VoiceShare, -MostVoiceDb / 3, MostVoiceDb);

    private double Excess(SongSection section, double bandDb)
    {
        if (bandLufs is null || Heard(section, bandLufs) is var band && band < SoloLufs)
        {
            return 0;
        }

        var off = RoleLevels.LeadVoice + bandDb / 2 - (band + bandDb) - UsualDb;
        return Math.Sign(off) * Math.Max(0, Math.Abs(off) - LeewayDb);
    }

    // Sections of one kind and energy are played by the same players and as hard.
    private double Heard(SongSection section, Func<SongSection, double> band)
    {
        if (!_heard.TryGetValue((section.Kind, section.Energy), out var lufs))
        {
            _heard[(section.Kind, section.Energy)] = lufs = band(section);
        }

        return lufs;
    }
}
