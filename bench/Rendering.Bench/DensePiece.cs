using Troubadour.Music;

namespace Troubadour.Rendering.Bench;

/// <summary>A piece made to be work: sixteen channels of chords, runs and drums, with controllers that move.</summary>
internal static class DensePiece
{
    private static readonly int[] Programs = [0, 33, 48, 61, 25, 4, 16, 50, 52, 56, 71, 73, 88, 89, 11];

    /// <summary>The tracks of a piece of so many seconds.</summary>
    public static InstrumentTrack[] Make(double seconds)
    {
        var random = new RandomStream(7, "dense");
        var tracks = Programs
            .Select((program, i) => Melodic($"part {i}", program, seconds, random.Child(program.ToString("D3", null))))
            .ToList();
        tracks.Add(Drums(seconds, random.Child("drums")));
        return [.. tracks];
    }

    private static InstrumentTrack Melodic(string id, int program, double seconds, RandomStream random)
    {
        var notes = new List<TimedNote>();
        var root = program is 33 ? 33 : 48 + random.NextInt(12);
        for (var t = 0.0; t < seconds - 1; t += 0.25)
        {
            var width = program is 33 or 56 or 71 or 73 ? 1 : 3 + random.NextInt(2);
            for (var k = 0; k < width; k++)
            {
                var start = t + random.Next(0, 0.02);
                notes.Add(
                    new TimedNote(
                        start,
                        start + random.Next(0.2, 0.7),
                        root + 4 * k + random.NextInt(4),
                        50 + random.NextInt(70)
                    )
                );
            }
        }

        var controls = new List<TimedControl> { new(0, 91, 40), new(0, 93, 20), new(0, 10, 20 + random.NextInt(90)) };
        for (var t = 0.0; t < seconds; t += 0.1)
        {
            controls.Add(new TimedControl(t, 11, 90 + random.NextInt(38)));
        }

        return new InstrumentTrack(
            id,
            0,
            program,
            [.. notes.OrderBy(n => n.Start)],
            [.. controls.OrderBy(c => c.Time)]
        );
    }

    private static InstrumentTrack Drums(double seconds, RandomStream random)
    {
        var notes = new List<TimedNote>();
        for (var t = 0.0; t < seconds - 1; t += 0.125)
        {
            notes.Add(new TimedNote(t, t + 0.1, random.Chance(0.2) ? 46 : 42, 40 + random.NextInt(80)));
            notes.Add(new TimedNote(t + 0.001, t + 0.1, random.Chance(0.5) ? 36 : 38, 60 + random.NextInt(60)));
            if (random.Chance(0.05))
            {
                notes.Add(new TimedNote(t + 0.002, t + 0.5, 49, 100));
            }
        }

        return new InstrumentTrack(
            "drums",
            InstrumentTrack.PercussionBank,
            0,
            [.. notes],
            [new TimedControl(0, 91, 30)]
        );
    }
}
