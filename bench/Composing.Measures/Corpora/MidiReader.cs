using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace Troubadour.Composing.Measures;

/// <summary>Reads notes, names and time signatures of a standard MIDI file.</summary>
public sealed class MidiReader
{
    private readonly byte[] _file;
    private readonly ImmutableArray<(int, int)>.Builder _meters = ImmutableArray.CreateBuilder<(int, int)>();
    private int _at;

    private MidiReader(byte[] file) => _file = file;

    /// <summary>Reads a file's bytes.</summary>
    /// <exception cref="InvalidDataException">It is no MIDI file.</exception>
    public static MidiContent Read(byte[] file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Length < 14 || !file.AsSpan(0, 4).SequenceEqual("MThd"u8))
        {
            throw new InvalidDataException("This is no MIDI file.");
        }

        return new MidiReader(file).Content();
    }

    private MidiContent Content()
    {
        var count = BinaryPrimitives.ReadUInt16BigEndian(_file.AsSpan(10));
        var division = BinaryPrimitives.ReadUInt16BigEndian(_file.AsSpan(12));
        _at = 14;
        var tracks = ImmutableArray.CreateBuilder<MidiTrack>();
        for (var i = 0; i < count; i++)
        {
            tracks.Add(Track());
        }

        return new MidiContent(division, tracks.ToImmutable(), _meters.ToImmutable());
    }

    private MidiTrack Track()
    {
        var end = _at + 8 + (int)BinaryPrimitives.ReadUInt32BigEndian(_file.AsSpan(_at + 4));
        _at += 8;
        var name = "";
        var notes = new List<(int Start, int Length, int Key, int Velocity)>();
        var open = new Dictionary<int, Queue<(int Start, int Velocity)>>();
        var (time, status) = (0, 0);
        while (_at < end)
        {
            time += Variable();
            var first = _file[_at];
            if (first == 0xFF)
            {
                name = Meta(name);
            }
            else if (first is 0xF0 or 0xF7)
            {
                _at++;
                var length = Variable();
                _at += length;
            }
            else
            {
                status = Message(status, time, open, notes);
            }
        }

        _at = end;
        return new MidiTrack(name, [.. notes.Order()]);
    }

    private string Meta(string name)
    {
        var type = _file[_at + 1];
        _at += 2;
        var length = Variable();
        var body = _file.AsSpan(_at, length);
        if (type == 0x58)
        {
            _meters.Add((body[0], 1 << body[1]));
        }

        _at += length;
        return type == 3 ? Encoding.Latin1.GetString(body) : name;
    }

    private int Message(
        int status,
        int time,
        Dictionary<int, Queue<(int Start, int Velocity)>> open,
        List<(int Start, int Length, int Key, int Velocity)> notes
    )
    {
        if ((_file[_at] & 0x80) != 0)
        {
            status = _file[_at++];
        }

        var kind = status & 0xF0;
        if (kind is 0xC0 or 0xD0)
        {
            _at++;
            return status;
        }

        var (key, value) = (_file[_at], _file[_at + 1]);
        _at += 2;
        if (kind == 0x90 && value > 0)
        {
            var waiting = open.TryGetValue(key, out var queue) ? queue : open[key] = new Queue<(int, int)>();
            waiting.Enqueue((time, value));
        }
        else if (kind is 0x80 or 0x90 && open.TryGetValue(key, out var queue) && queue.TryDequeue(out var on))
        {
            notes.Add((on.Start, time - on.Start, key, on.Velocity));
        }

        return status;
    }

    private int Variable()
    {
        var value = 0;
        byte next;
        do
        {
            next = _file[_at++];
            value = (value << 7) | (next & 127);
        } while (next >= 128);
        return value;
    }
}
