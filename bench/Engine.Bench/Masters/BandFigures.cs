using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Engine.Bench;

/// <summary>
/// What the band does at choruses and under itself: how far the momentary loudness falls where all players stop for a beat before a
/// chorus (LU against the bar before, of the master and of the band alone, over whose silence the voice may sing its pick-up; NaN where
/// nobody stops), the share of bass onsets that lie on a kick, and how many chord notes
/// under E3 are the third of their chord.
/// </summary>
internal sealed record BandFigures(double DropLu, double BandDropLu, double BassOnKicks, int LowThirds)
{
    private const int LowestThird = 52;
    private const double Together = 0.03;
    private const double Silence = -70;

    public static BandFigures Of(SongSound sound) =>
        new(Drop(sound, sound.Master), Drop(sound, sound.Band()), OnKicks(sound), Thirds(sound.Song));

    private static double Drop(SongSound sound, AudioBuffer heard)
    {
        var levels = new SpanLoudness(heard);
        var beat = Ticks.PerQuarter;
        var falls = new List<double>();
        foreach (
            var chorus in sound.Song.Sections.Where(section => section.Kind == "chorus" && section.Tick > 8 * beat)
        )
        {
            var lastEnd = Players(sound.Song)
                .Where(note => note.Tick < chorus.Tick - beat / 4)
                .Max(note => Math.Min(note.Tick + note.Length, chorus.Tick));
            if (chorus.Tick - lastEnd >= 0.8 * beat)
            {
                var (stop, start) = (sound.Map.SecondsAt(lastEnd), sound.Map.SecondsAt(chorus.Tick));
                var before = levels.Over((sound.Map.SecondsAt(lastEnd - 4 * beat), stop));
                falls.Add(Math.Max(levels.Least((stop, start)), Silence) - before);
            }
        }

        return falls.DefaultIfEmpty(double.NaN).Average();
    }

    private static IEnumerable<Note> Players(Song song) =>
        song
            .Parts.Where(part => part.Role != PartRole.Effects && part.Bank != InstrumentTrack.PercussionBank)
            .SelectMany(part => part.Notes);

    private static double OnKicks(SongSound sound)
    {
        var kicks = sound
            .Song.Parts.Where(part => part.Bank == InstrumentTrack.PercussionBank)
            .SelectMany(part => part.Notes)
            .Where(note => note.Key is 35 or 36)
            .Select(note => sound.Map.SecondsAt(note.Tick))
            .Order()
            .ToArray();
        var onsets = sound
            .Song.Parts.Where(part => part.Role == PartRole.Bass)
            .SelectMany(part => part.Notes)
            .Select(note => sound.Map.SecondsAt(note.Tick))
            .ToList();
        return kicks.Length == 0 || onsets.Count == 0 ? double.NaN : onsets.Average(at => IsNear(kicks, at) ? 1.0 : 0);
    }

    private static bool IsNear(double[] kicks, double second)
    {
        var at = Array.BinarySearch(kicks, second - Together);
        at = at < 0 ? ~at : at;
        return at < kicks.Length && kicks[at] <= second + Together;
    }

    private static int Thirds(Song song) =>
        song
            .Parts.Where(part => part.Role is PartRole.Chords or PartRole.Pad)
            .SelectMany(part => part.Notes)
            .Count(note => note.Key < LowestThird && IsThird(song, note));

    private static bool IsThird(Song song, Note note)
    {
        var chord = song.Chords.LastOrDefault(span => span.Tick <= note.Tick).Chord;
        return ((note.Key - chord.Root) % 12 + 12) % 12 is 3 or 4;
    }
}
