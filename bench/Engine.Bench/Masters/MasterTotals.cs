using System.Globalization;

namespace Troubadour.Engine.Bench;

/// <summary>How many of the masters are as asked.</summary>
internal sealed class MasterTotals
{
    private readonly List<Master> _masters = [];

    public void Add(Master master) => _masters.Add(master);

    public IEnumerable<string> Lines()
    {
        var sung = _masters.Select(master => master.Voice).OfType<VoiceFigures>().ToList();
        var drops = _masters.Select(master => master.Band.DropLu).Where(double.IsFinite).ToList();
        yield return Line("WAV and MP3 at -14 +-0.5 LUFS", _masters, m => Near(m.Lufs) && Near(m.Mp3Lufs));
        yield return Line("WAV and MP3 at -1.0 dBTP or less", _masters, m => m.Peak <= -1 && m.Mp3Peak <= -1);
        yield return Line("without a defect", _masters, m => m.Defects == 0);
        yield return Line("lead 0 to +3 LU over the rest in every section", sung, v => v.Least >= 0 && v.Most <= 3);
        yield return Line("lead -1 to +4 LU over the rest in every section", sung, v => v.Least >= -1 && v.Most <= 4);
        yield return Line("at least 90 % of phrases within 1.5 LU of their section", sung, v => v.EvenPhrases >= 0.9);
        yield return Line("lead at least -3 dB against the rest at 1 to 4 kHz", sung, v => v.PresenceDb >= -3);
        yield return Line("no third below E3", _masters, m => m.Band.LowThirds == 0);
        var bandDrops = _masters.Select(master => master.Band.BandDropLu).Where(double.IsFinite).ToList();
        yield return Line("drops of 6 LU or more, where the band stops", drops, fall => fall <= -6);
        yield return Line("the same of the band alone", bandDrops, fall => fall <= -6);
    }

    private static bool Near(double lufs) => Math.Abs(lufs + 14) <= 0.5;

    private static string Line<T>(string what, IReadOnlyCollection<T> all, Func<T, bool> isSo) =>
        string.Create(CultureInfo.InvariantCulture, $"- {what}: {all.Count(isSo)} of {all.Count}");
}
