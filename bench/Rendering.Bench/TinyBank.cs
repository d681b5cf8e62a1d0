using System.Buffers.Binary;
using System.Text;

namespace Troubadour.Rendering.Bench;

/// <summary>Writes SoundFont files of one preset (bank 0, program 0) for tests and measurements, record by record.</summary>
internal sealed class TinyBank
{
    private readonly List<byte> _pool = [];
    private readonly List<byte> _headers = [];
    private readonly List<byte> _bags = [];
    private readonly List<byte> _generators = [];
    private readonly List<byte> _modulators = [];
    private ushort _samples;
    private int _firstModulator;

    /// <summary>A bank that plays one sample over all keys with these generators.</summary>
    public static SoundBank Of(
        short[] points,
        (int Start, int End)? loop,
        params (Generator Generator, int Amount)[] generators
    )
    {
        var bank = new TinyBank();
        bank.AddSample(points, loop);
        bank.AddZone(0, loop is null ? generators : [(Generator.SampleModes, 1), .. generators]);
        return SoundBank.Load(bank.Write());
    }

    /// <summary>A loop of constant height: what comes out is the voice's gain.</summary>
    public static SoundBank Constant(params (Generator Generator, int Amount)[] generators) =>
        Of([.. Enumerable.Repeat((short)16384, 1000)], (100, 900), generators);

    /// <summary>A looped sine of half height with a period of exactly 100 points, at root key 69: 441 Hz.</summary>
    public static SoundBank Sine(params (Generator Generator, int Amount)[] generators) =>
        Of(SinePoints(), (100, 1000), [(Generator.RootKey, 69), .. generators]);

    public static short[] SinePoints() =>
        [.. Enumerable.Range(0, 1010).Select(i => (short)Math.Round(16384 * Math.Sin(2 * Math.PI * i / 100)))];

    public void AddSample(short[] points, (int Start, int End)? loop, int rate = 44100)
    {
        var start = _pool.Count / 2;
        foreach (var point in points)
        {
            Short(_pool, point);
        }

        AddHeader(start, start + points.Length, start + (loop?.Start ?? 0), start + (loop?.End ?? 0), rate, 1);
        _pool.AddRange(new byte[92]);
    }

    /// <summary>A sample given as an Ogg Vorbis stream, as SoundFont 3 has it.</summary>
    public void AddCompressed(byte[] stream, (int Start, int End) loop)
    {
        var start = _pool.Count;
        _pool.AddRange(stream);
        AddHeader(start, start + stream.Length, loop.Start, loop.End, 44100, 17);
    }

    public void AddZone(int sample, params (Generator Generator, int Amount)[] generators)
    {
        Short(_bags, _generators.Count / 4);
        Short(_bags, _firstModulator);
        _firstModulator = _modulators.Count / 10;
        foreach (var (generator, amount) in generators)
        {
            Short(_generators, (int)generator);
            Short(_generators, amount);
        }

        Short(_generators, (int)Generator.SampleId);
        Short(_generators, sample);
    }

    /// <summary>Adds a modulator to the zone that is added next.</summary>
    public void AddModulator(int source, Generator destination, int amount)
    {
        Short(_modulators, source);
        Short(_modulators, (int)destination);
        Short(_modulators, amount);
        Short(_modulators, 0);
        Short(_modulators, 0);
    }

    public byte[] Write()
    {
        var zones = _bags.Count / 4;
        var info = List("INFO", Chunk("ifil", [2, 0, 4, 0]), Chunk("INAM", Name("Tiny", 8)));
        var data = List("sdta", Chunk("smpl", [.. _pool]));
        List<byte> bags = [.. _bags, .. Shorts(_generators.Count / 4, _modulators.Count / 10)];
        var records = List(
            "pdta",
            Chunk("phdr", [.. PresetHeader("Only", 0), .. PresetHeader("EOP", 1)]),
            Chunk("pbag", Shorts(0, 0, 1, 0)),
            Chunk("pmod", new byte[10]),
            Chunk("pgen", Shorts((int)Generator.Instrument, 0, 0, 0)),
            Chunk("inst", [.. Name("Only", 20), .. Shorts(0), .. Name("EOI", 20), .. Shorts(zones)]),
            Chunk("ibag", [.. bags]),
            Chunk("imod", [.. _modulators, .. new byte[10]]),
            Chunk("igen", [.. _generators, .. new byte[4]]),
            Chunk("shdr", [.. _headers, .. new byte[46]])
        );
        byte[] body = [.. "sfbk"u8, .. info, .. data, .. records];
        return Chunk("RIFF", body);
    }

    private void AddHeader(int start, int end, int loopStart, int loopEnd, int rate, int type)
    {
        _headers.AddRange(Name($"Sample {_samples++}", 20));
        foreach (var value in (int[])[start, end, loopStart, loopEnd, rate])
        {
            Short(_headers, value);
            Short(_headers, value >> 16);
        }

        _headers.AddRange([60, 0, 0, 0, (byte)type, 0]);
    }

    private static byte[] PresetHeader(string name, int bag) =>
        [.. Name(name, 20), .. Shorts(0, 0, bag), .. new byte[12]];

    private static byte[] List(string form, params byte[][] chunks) =>
        Chunk("LIST", [.. Encoding.ASCII.GetBytes(form), .. chunks.SelectMany(c => c)]);

    private static byte[] Chunk(string id, byte[] body)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, body.Length);
        return [.. Encoding.ASCII.GetBytes(id), .. length, .. body, .. new byte[body.Length & 1]];
    }

    private static byte[] Name(string name, int length) => Encoding.ASCII.GetBytes(name.PadRight(length, '\0'));

    private static byte[] Shorts(params int[] values)
    {
        var bytes = new List<byte>();
        foreach (var value in values)
        {
            Short(bytes, value);
        }

        return [.. bytes];
    }

    private static void Short(List<byte> bytes, int value)
    {
        bytes.Add((byte)value);
        bytes.Add((byte)(value >> 8));
    }
}
