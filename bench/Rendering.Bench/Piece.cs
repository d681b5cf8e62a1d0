using Troubadour.Music;

namespace Troubadour.Rendering.Bench;

/// <summary>A piece to measure speed with.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Tracks">What is played.</param>
internal sealed record Piece(string Name, InstrumentTrack[] Tracks)
{
    /// <summary>Seconds of every piece.</summary>
    public const double Seconds = 60;

    /// <summary>Three that are as full as songs get, or fuller.</summary>
    public static Piece[] Dense() =>
        [
            new("band: 16 channels of chords, runs, drums; moving expression", DensePiece.Make(Seconds)),
            new("orchestra: 12 channels of long chords, swells, vibrato", Orchestra()),
            new("pianos: 4 channels of runs under the pedal, drums", Pianos()),
        ];

    /// <summary>Three with hardly anything in them.</summary>
    public static Piece[] Sparse() =>
        [
            new("one flute", [Line("flute", 73, 72, 0.75, 0.7)]),
            new("guitar and bass", [Line("guitar", 24, 55, 0.5, 0.9), Line("bass", 33, 36, 1, 0.8)]),
            new("a drum loop", [Drums(0.5)]),
        ];

    private static InstrumentTrack[] Orchestra()
    {
        int[] programs = [40, 41, 42, 48, 49, 56, 57, 60, 68, 71, 73, 52];
        return
        [
            .. programs.Select(
                (program, part) =>
                {
                    var random = new RandomStream(3, $"orchestra {part}");
                    var notes = new List<TimedNote>();
                    for (var t = 0.0; t < Seconds - 3; t += 1)
                    {
                        for (var k = 0; k < 6; k++)
                        {
                            var key = 45 + 3 * part % 24 + 5 * k + random.NextInt(3);
                            notes.Add(
                                new(t + random.Next(0, 0.05), t + random.Next(1.5, 2.9), key, 60 + random.NextInt(50))
                            );
                        }
                    }

                    var controls = Enumerable
                        .Range(0, (int)(Seconds / 0.2))
                        .SelectMany(i =>
                            new TimedControl[] { new(0.2 * i, 11, 80 + i * 7 % 40), new(0.2 * i, 1, i * 5 % 60) }
                        );
                    return new InstrumentTrack(
                        $"part {part}",
                        0,
                        program,
                        [.. notes.OrderBy(n => n.Start)],
                        [.. controls]
                    );
                }
            ),
        ];
    }

    private static InstrumentTrack[] Pianos()
    {
        int[] programs = [0, 4, 11, 46];
        return
        [
            .. programs.Select(
                (program, part) =>
                {
                    var random = new RandomStream(4, $"piano {part}");
                    var notes = new List<TimedNote>();
                    for (var t = 0.0; t < Seconds - 2; t += 0.0625)
                    {
                        notes.Add(new(t, t + 0.06, 36 + random.NextInt(60), 40 + random.NextInt(80)));
                    }

                    var pedal = Enumerable
                        .Range(0, (int)(Seconds / 4))
                        .SelectMany(i => new TimedControl[] { new(4 * i, 64, 127), new(4 * i + 3.9, 64, 0) });
                    return new InstrumentTrack($"part {part}", 0, program, [.. notes], [.. pedal]);
                }
            ),
            Drums(0.125),
        ];
    }

    private static InstrumentTrack Line(string id, int program, int root, double beat, double share)
    {
        var notes = Enumerable
            .Range(0, (int)((Seconds - 2) / beat))
            .Select(i => new TimedNote(i * beat, (i + share) * beat, root + 5 * i % 12, 60 + 11 * i % 50));
        return new InstrumentTrack(id, 0, program, [.. notes], []);
    }

    private static InstrumentTrack Drums(double beat)
    {
        var notes = Enumerable
            .Range(0, (int)((Seconds - 1) / beat))
            .Select(i => new TimedNote(
                i * beat,
                i * beat + 0.1,
                i % 2 == 0 ? 36
                    : i % 4 == 1 ? 38
                    : 42,
                70 + 13 * i % 40
            ));
        return new InstrumentTrack("drums", InstrumentTrack.PercussionBank, 0, [.. notes], []);
    }
}
