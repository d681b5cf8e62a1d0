using System.Buffers.Binary;
using Troubadour.Music;

namespace Troubadour.Rendering.Bench;

/// <summary>Writes tracks as a Standard MIDI File (format 0) whose ticks are 0.5 ms, so that another player can be given the same notes.</summary>
internal static class MidiFile
{
    private const int TicksPerQuarter = 1000;
    private const int PercussionChannel = 9;

    /// <summary>The file's bytes; the tracks get channels in order, percussion channel 10.</summary>
    public static byte[] Write(IReadOnlyList<InstrumentTrack> tracks)
    {
        var events = new List<(long Tick, int Order, byte[] Bytes)>();
        var channel = 0;
        foreach (var track in tracks)
        {
            var percussion = track.Bank == InstrumentTrack.PercussionBank;
            channel += !percussion && channel == PercussionChannel ? 1 : 0;
            AddTrack(events, track, percussion ? PercussionChannel : channel);
            channel += percussion ? 0 : 1;
        }

        return Assemble(events.OrderBy(e => e.Tick).ThenBy(e => e.Order));
    }

    private static void AddTrack(List<(long, int, byte[])> events, InstrumentTrack track, int channel)
    {
        events.Add((0, 0, [(byte)(0xC0 | channel), (byte)track.Program]));
        foreach (var control in track.Controls)
        {
            events.Add(
                control.Controller == TimedControl.PitchBend
                    ? (
                        Tick(control.Time),
                        1,
                        [(byte)(0xE0 | channel), (byte)(control.Value & 127), (byte)(control.Value >> 7)]
                    )
                    : (Tick(control.Time), 1, [(byte)(0xB0 | channel), (byte)control.Controller, (byte)control.Value])
            );
        }

        foreach (var note in track.Notes)
        {
            events.Add((Tick(note.Start), 3, [(byte)(0x90 | channel), (byte)note.Key, (byte)note.Velocity]));
            events.Add((Tick(note.End), 2, [(byte)(0x80 | channel), (byte)note.Key, 64]));
        }
    }

    private static long Tick(double seconds) => (long)Math.Round(seconds * 2 * TicksPerQuarter);

    private static byte[] Assemble(IEnumerable<(long Tick, int Order, byte[] Bytes)> events)
    {
        var body = new List<byte>();
        long now = 0;
        foreach (var (tick, _, bytes) in events)
        {
            AddVariable(body, tick - now);
            body.AddRange(bytes);
            now = tick;
        }

        body.AddRange([0, 0xFF, 0x2F, 0]);
        var file = new byte[22 + body.Count];
        "MThd"u8.CopyTo(file);
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(4), 6);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(10), 1);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(12), TicksPerQuarter);
        "MTrk"u8.CopyTo(file.AsSpan(14));
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(18), (uint)body.Count);
        body.CopyTo(file, 22);
        return file;
    }

    private static void AddVariable(List<byte> body, long value)
    {
        for (var shift = 21; shift > 0; shift -= 7)
        {
            if (value >> shift != 0)
            {
                body.Add((byte)((value >> shift & 127) | 128));
            }
        }

        body.Add((byte)(value & 127));
    }
}
