using System.Globalization;
using System.Text.Json;
using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests.Knobs;

/// <summary>How far a song's chords and tune leave the usual.</summary>
internal static class Strangeness
{
    private static readonly Lazy<MelodyStatistics> Sung = new(() =>
        JsonSerializer.Deserialize<MelodyStatistics>(
            File.ReadAllText(Path.Combine(Room.StylesFolder, "melody", "sung.json")),
            JsonSerializerOptions.Web
        )!
    );

    private static readonly int[] StepOfSemitone = [0, 1, 1, 2, 2, 3, 3, 4, 5, 5, 6, 6];

    /// <summary>Share of the song's time under chords that are no root-position major or minor triads of the key (nor its dominant).</summary>
    public static double Chords(Song song)
    {
        var outside = song.Chords.Where(span => !IsPlain(song, span)).Sum(span => (double)span.Length);
        return outside / song.Chords.Sum(span => (double)span.Length);
    }

    /// <summary>Mean surprise of the sung moves, -log2 of their chance after the move before (POP909's chain); NaN without a tune.</summary>
    public static double Tune(Song song)
    {
        var sum = 0.0;
        var count = 0;
        foreach (var phrase in song.Vocals.Where(phrase => phrase.Layer == VoiceLayer.Lead && !phrase.Rap))
        {
            var steps = phrase.Notes.Select(note => Step(note.Key - Lift(song, note.Tick) - song.Key.Tonic)).ToList();
            for (var i = 1; i < steps.Count; i++)
            {
                var before = i == 1 ? 0 : Math.Clamp(steps[i - 1] - steps[i - 2], -3, 3);
                var move = Math.Clamp(steps[i] - steps[i - 1], -MelodyStatistics.Widest, MelodyStatistics.Widest);
                var row = Sung.Value.Moves[before.ToString(CultureInfo.InvariantCulture)];
                sum -= Math.Log2(Math.Max(1e-4, row[move + MelodyStatistics.Widest]));
                count++;
            }
        }

        return sum / count;
    }

    /// <summary>Share of sung notes that start off the beat's eighths: between pulses.</summary>
    public static double OffBeat(Song song)
    {
        var notes = song
            .Vocals.Where(phrase => phrase.Layer == VoiceLayer.Lead && !phrase.Rap)
            .SelectMany(phrase => phrase.Notes)
            .ToList();
        var pulse = song.Meter.TicksPerPulse;
        return (double)notes.Count(note => Math.Abs(((note.Tick + pulse / 2) % pulse) - pulse / 2) > 120) / notes.Count;
    }

    private static bool IsPlain(Song song, ChordSpan span)
    {
        var chord = span.Chord.Transpose(-Lift(song, span.Tick));
        var degrees = song.Key.Degrees;
        var dominant = song.Key.IsMinor && (chord.Root - song.Key.Tonic + 12) % 12 == 7;
        return chord.Bass == chord.Root
            && chord.Quality is ChordQuality.Major or ChordQuality.Minor or ChordQuality.Power
            && (
                (dominant && chord.Quality == ChordQuality.Major)
                || chord.Intervals.All(step => degrees.Contains((chord.Root + step - song.Key.Tonic + 24) % 12))
            );
    }

    private static int Lift(Song song, int tick) =>
        song.Sections.LastOrDefault(section => section.Tick <= tick)?.Transpose ?? 0;

    private static int Step(int above)
    {
        var from = above + 120;
        return (from / 12 * 7) + StepOfSemitone[from % 12];
    }
}
