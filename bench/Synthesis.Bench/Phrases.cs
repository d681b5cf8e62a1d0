using System.Collections.Immutable;
using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Synthesis.Bench;

/// <summary>What each patch plays when it is heard or measured, by its part in a band.</summary>
internal static class Phrases
{
    private static readonly string[] s_effects =
    [
        "riser-noise",
        "riser-tone",
        "reverse-swell",
        "impact",
        "downlifter",
        "vinyl",
        "tape-hiss",
    ];

    private static readonly string[] s_chords =
    [
        "supersaw-chords",
        "saw-stab",
        "house-organ",
        "fm-piano",
        "tine-piano",
        "synth-brass",
        "chip-chords",
        "string-machine",
    ];

    /// <summary>Whether it is an effect or a noise, whose length is a gesture's.</summary>
    public static bool IsEffect(string id) => s_effects.Contains(id);

    /// <summary>Whether it is a kit of drums.</summary>
    public static bool IsKit(string id) => id.StartsWith("kit-", StringComparison.Ordinal);

    /// <summary>Whether it plays below middle C.</summary>
    public static bool IsBass(string id) => id.Contains("bass", StringComparison.Ordinal);

    /// <summary>Whether it plays three notes at once.</summary>
    public static bool IsChords(string id) => id.EndsWith("-pad", StringComparison.Ordinal) || s_chords.Contains(id);

    /// <summary>Eight seconds of what it is for.</summary>
    public static InstrumentTrack Of(string id, int velocity = 90)
    {
        var notes =
            IsKit(id) ? Beat(velocity)
            : IsEffect(id) ? [new TimedNote(0, id == "impact" ? 0.5 : 4, 60, velocity)]
            : IsBass(id) ? Line([28, 28, 40, 31, 33, 33, 36, 35], 0.5, 0.42, velocity)
            : IsChords(id) ? Triads(velocity)
            : Line([64, 67, 72, 71, 69, 64, 76, 74], 0.5, 0.4, velocity);
        return Track(id, notes);
    }

    /// <summary>A track of the notes.</summary>
    public static InstrumentTrack Track(string id, IEnumerable<TimedNote> notes) =>
        new("listen", IsKit(id) ? InstrumentTrack.PercussionBank : 0, 0, [.. notes], []) { Patch = id };

    /// <summary>Reads a stem's first seconds.</summary>
    public static AudioBuffer Render(PatchLibrary library, InstrumentTrack track, double seconds)
    {
        var buffer = new AudioBuffer((int)(seconds * SampleRate.House));
        var player = library.Player(track);
        var sends = new float[buffer.Length];
        player.Read(buffer.Left, buffer.Right, sends, new float[buffer.Length]);
        return buffer;
    }

    private static List<TimedNote> Line(int[] keys, double step, double length, int velocity) =>
        [
            .. Enumerable
                .Range(0, 2 * keys.Length)
                .Select(i => new TimedNote(i * step, i * step + length, keys[i % keys.Length], velocity)),
        ];

    private static List<TimedNote> Triads(int velocity)
    {
        int[][] chords =
        [
            [57, 60, 64],
            [53, 60, 65],
            [55, 60, 64],
            [55, 59, 62],
        ];
        return
        [
            .. from i in Enumerable.Range(0, 4)
            from key in chords[i]
            select new TimedNote(2 * i, 2 * i + 1.9, key, velocity),
        ];
    }

    private static List<TimedNote> Beat(int velocity)
    {
        var notes = new List<TimedNote>();
        for (var eighth = 0; eighth < 32; eighth++)
        {
            var at = eighth * 0.25;
            notes.Add(new(at, at + 0.1, eighth % 8 == 7 ? 46 : 42, velocity - (eighth % 2 == 0 ? 0 : 20)));
            if (eighth % 4 == 0 || eighth % 8 == 3)
            {
                notes.Add(new(at, at + 0.1, 36, velocity));
            }

            if (eighth % 4 == 2)
            {
                notes.Add(new(at, at + 0.1, eighth % 8 == 2 ? 38 : 39, velocity));
            }
        }

        return notes;
    }
}
