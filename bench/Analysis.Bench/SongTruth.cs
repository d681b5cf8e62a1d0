using System.Text.Json;
using System.Text.Json.Serialization;
using Troubadour.Music;

namespace Troubadour.Analysis.Bench;

/// <summary>What a rendered song is known to hold, in seconds.</summary>
internal sealed record SongTruth(
    string Name,
    Song Song,
    double Bpm,
    IReadOnlyList<double> Beats,
    IReadOnlyList<double> Downbeats,
    IReadOnlyList<double> Boundaries,
    IReadOnlyList<TruthSpan> Chords,
    IReadOnlyList<TruthSpan> Tune,
    IReadOnlyList<TruthSpan> Bass
)
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Reads a song's folder.</summary>
    public static SongTruth Read(string folder)
    {
        using var stream = File.OpenRead(Path.Combine(folder, "song.json"));
        var song = JsonSerializer.Deserialize<Song>(stream, s_json)!;
        var time = new TimeMap(song.Tempos);
        var end = song.Sections.Max(s => s.Tick + s.Length);
        var pulse = song.Meter.TicksPerPulse;
        double Second(int tick) => time.SecondsAt(tick) - time.SecondsAt(song.From);
        IReadOnlyList<double> Grid(int step) =>
            [.. Enumerable.Range(0, (end - song.From + step - 1) / step).Select(k => Second(song.From + k * step))];
        return new(
            Path.GetFileName(folder),
            song,
            song.Tempos[0].QuartersPerMinute * Ticks.PerQuarter / pulse,
            Grid(pulse),
            Grid(song.Meter.TicksPerBar),
            [.. song.Sections.Select(s => Second(s.Tick)).Where(s => s > 0.01)],
            [.. song.Chords.Select(c => new TruthSpan(Second(c.Tick), Second(c.Tick + c.Length), Triad(c.Chord)))],
            TuneOf(song, Second),
            BassOf(song, Second)
        );
    }

    private static List<TruthSpan> TuneOf(Song song, Func<int, double> second) =>
        [
            .. song
                .Vocals.Where(p => p.Layer == VoiceLayer.Lead && !p.Rap)
                .SelectMany(p => p.Notes)
                .Select(n => new TruthSpan(second(n.Tick), second(n.Tick + n.Length), n.Key))
                .OrderBy(n => n.Start),
        ];

    private static List<TruthSpan> BassOf(Song song, Func<int, double> second) =>
        [
            .. song
                .Parts.Where(p => p.Role == PartRole.Bass)
                .OrderByDescending(p => p.Notes.Length)
                .Take(1)
                .SelectMany(p => p.Notes)
                .Select(n => new TruthSpan(second(n.Tick), second(n.Tick + n.Length), n.Key)),
        ];

    // 0 to 11 major, 12 to 23 minor, -1 for what is neither.
    private static int Triad(Chord chord) =>
        chord.Quality switch
        {
            ChordQuality.Major
            or ChordQuality.Dominant7
            or ChordQuality.Major7
            or ChordQuality.Added9
            or ChordQuality.Sixth
            or ChordQuality.Dominant9
            or ChordQuality.Major9 => chord.Root,
            ChordQuality.Minor or ChordQuality.Minor7 or ChordQuality.Minor6 or ChordQuality.Minor9 => chord.Root + 12,
            _ => -1,
        };
}
