using System.Buffers.Binary;

namespace Troubadour.Engine;

/// <summary>Collects one track's events in any order and writes them as an MTrk chunk.</summary>
internal sealed class MidiTrackWriter
{
    private readonly List<(int Tick, int Order, int Serial, byte[] Bytes)> _events = [];

    public void Note(int channel, int tick, int length, int key, int velocity)
    {
        Add(tick, 2, [(byte)(0x90 | channel), (byte)key, (byte)Math.Clamp(velocity, 1, 127)]);
        Add(tick + Math.Max(1, length), 0, [(byte)(0x80 | channel), (byte)key, 64]);
    }

    public void Event(int tick, byte[] bytes) => Add(tick, 1, bytes);

    public void Text(int tick, byte kind, string text) => Meta(tick, kind, MidiFile.Utf8(text));

    public void Meta(int tick, byte kind, byte[] data) => Add(tick, 1, [0xFF, kind, .. Variable(data.Length), .. data]);

    /// <summary>The chunk: events by tick, note-offs before note-ons of one tick.</summary>
    public byte[] ToChunk()
    {
        var body = new List<byte>();
        var last = 0;
        foreach (var (tick, _, _, bytes) in _events.OrderBy(e => e.Tick).ThenBy(e => e.Order).ThenBy(e => e.Serial))
        {
            body.AddRange(Variable(tick - last));
            body.AddRange(bytes);
            last = tick;
        }

        body.AddRange([0, 0xFF, 0x2F, 0]);
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, body.Count);
        return [.. "MTrk"u8, .. length, .. body];
    }

    private void Add(int tick, int order, byte[] bytes) =>
        _events.Add((Math.Max(0, tick), order, _events.Count, bytes));

    private static byte[] Variable(int value)
    {
        var bytes = new Stack<byte>();
        bytes.Push((byte)(value & 127));
        for (value >>= 7; value > 0; value >>= 7)
        {
            bytes.Push((byte)((value & 127) | 128));
        }

        return [.. bytes];
    }
}
