using System.Globalization;
using Troubadour.Music;

namespace Troubadour.Rendering.Bench;

/// <summary>Writes short scales of a few instruments as WAV and MIDI, to hear and look at beside another player.</summary>
internal static class Listening
{
    private static readonly (string Name, int Bank, int Program, int Low)[] Instruments =
    [
        ("piano", 0, 0, 48),
        ("bass", 0, 33, 28),
        ("strings", 0, 48, 48),
        ("guitar", 0, 25, 40),
        ("lead", 0, 81, 60),
        ("drums", InstrumentTrack.PercussionBank, 0, 35),
    ];

    /// <summary>Renders sixteen rising notes of each instrument into the folder.</summary>
    public static void Write(string bankPath, string folder)
    {
        Directory.CreateDirectory(folder);
        using var bank = SoundBank.Load(bankPath);
        foreach (var (name, number, program, low) in Instruments)
        {
            var notes = Enumerable.Range(0, 16).Select(i => new TimedNote(i * 0.5, i * 0.5 + 0.4, low + i, 40 + i * 5));
            var track = new InstrumentTrack(name, number, program, [.. notes], []);
            var player = new InstrumentPlayer(bank, track);
            var frames = 9 * Audio.SampleRate.House;
            float[] left = new float[frames],
                right = new float[frames],
                reverb = new float[frames],
                chorus = new float[frames];
            player.Read(left, right, reverb, chorus);
            WaveFile.Write(Path.Combine(folder, name + ".wav"), left, right, Audio.SampleRate.House);
            File.WriteAllBytes(Path.Combine(folder, name + ".mid"), MidiFile.Write([track]));
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name}: {player.Preset?.Name}, peak {left.Max(Math.Abs):F3}"
                )
            );
        }
    }
}
