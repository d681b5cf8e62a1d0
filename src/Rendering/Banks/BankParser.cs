using System.Buffers.Binary;
using System.Text;

namespace Troubadour.Rendering;

/// <summary>Reads the records of a SoundFont 2 or 3 file (SoundFont 2.04, section 7), checking every index.</summary>
internal static class BankParser
{
    private const int PresetLength = 38;
    private const int BagLength = 4;
    private const int ModulatorLength = 10;
    private const int GeneratorLength = 4;
    private const int InstrumentLength = 22;
    private const int SampleLength = 46;

    /// <exception cref="SoundBankException">Anything is out of place.</exception>
    public static BankContents Parse(ReadOnlySpan<byte> file)
    {
        var chunks = new RiffChunks(file);
        var pool = chunks.Find("smpl");
        var headers = ReadSamples(chunks.Records(file, "shdr", SampleLength), file[pool].Length);
        var instruments = ReadInstruments(chunks, file, headers.Length);
        var presets = ReadPresets(chunks, file, instruments.Length);
        return new BankContents(Text(file[chunks.Find("INAM")]), pool, headers, instruments, presets);
    }

    private static SampleHeader[] ReadSamples(ReadOnlySpan<byte> records, int poolBytes)
    {
        // The last record is the end marker.
        var headers = new SampleHeader[records.Length / SampleLength - 1];
        for (var i = 0; i < headers.Length; i++)
        {
            headers[i] = ReadSample(records.Slice(i * SampleLength, SampleLength), i, poolBytes);
        }

        return headers;
    }

    private static SampleHeader ReadSample(ReadOnlySpan<byte> record, int index, int poolBytes)
    {
        var name = Text(record[..20]);
        var start = Word(record, 20);
        var end = Word(record, 24);
        long loopStart = Word(record, 28);
        long loopEnd = Word(record, 32);
        var type = BinaryPrimitives.ReadUInt16LittleEndian(record[44..]);
        var compressed = (type & 0x10) != 0;
        var header = new SampleHeader(
            index,
            name,
            start,
            end,
            compressed ? loopStart : loopStart - start,
            compressed ? loopEnd : loopEnd - start,
            (int)Math.Clamp(Word(record, 36), 400, 192000),
            record[40] <= 127 ? record[40] : 60,
            (sbyte)record[41],
            type
        );
        var limit = (uint)(compressed ? poolBytes : poolBytes / 2);
        return header.IsRom || (start <= end && end <= limit)
            ? header
            : throw new SoundBankException($"Sample {index} ({name}) lies outside the sample data.");
    }

    private static Zone[][] ReadInstruments(RiffChunks chunks, ReadOnlySpan<byte> file, int samples)
    {
        var records = chunks.Records(file, "inst", InstrumentLength);
        var zones = ReadZones(chunks, file, "ibag", "imod", "igen", (int)Generator.SampleId, samples);
        var instruments = new Zone[records.Length / InstrumentLength - 1][];
        for (var i = 0; i < instruments.Length; i++)
        {
            instruments[i] = Bags(records, InstrumentLength, 20, i, zones, "Instrument");
        }

        return instruments;
    }

    private static PresetRecord[] ReadPresets(RiffChunks chunks, ReadOnlySpan<byte> file, int instruments)
    {
        var records = chunks.Records(file, "phdr", PresetLength);
        var zones = ReadZones(chunks, file, "pbag", "pmod", "pgen", (int)Generator.Instrument, instruments);
        var presets = new PresetRecord[records.Length / PresetLength - 1];
        for (var i = 0; i < presets.Length; i++)
        {
            var record = records.Slice(i * PresetLength, PresetLength);
            presets[i] = new PresetRecord(
                Text(record[..20]),
                BinaryPrimitives.ReadUInt16LittleEndian(record[22..]),
                BinaryPrimitives.ReadUInt16LittleEndian(record[20..]),
                Bags(records, PresetLength, 24, i, zones, "Preset")
            );
        }

        return presets;
    }

    /// <summary>The zones from this record's first bag to the next record's; a zone other than the first without a target is dropped.</summary>
    private static Zone[] Bags(ReadOnlySpan<byte> records, int length, int field, int index, Zone[] zones, string what)
    {
        var first = BinaryPrimitives.ReadUInt16LittleEndian(records[(index * length + field)..]);
        var next = BinaryPrimitives.ReadUInt16LittleEndian(records[((index + 1) * length + field)..]);
        if (first > next || next > zones.Length)
        {
            throw new SoundBankException(
                $"{what} {index} has zones {first} to {next}, but the bank has {zones.Length}."
            );
        }

        var found = new List<Zone>(next - first);
        for (var i = first; i < next; i++)
        {
            if (i == first || zones[i].Target >= 0)
            {
                found.Add(zones[i]);
            }
        }

        return [.. found];
    }

    private static Zone[] ReadZones(
        RiffChunks chunks,
        ReadOnlySpan<byte> file,
        string bagId,
        string modulatorId,
        string generatorId,
        int targetGenerator,
        int targets
    )
    {
        var bags = chunks.Records(file, bagId, BagLength);
        var modulators = chunks.Records(file, modulatorId, ModulatorLength);
        var generators = chunks.Records(file, generatorId, GeneratorLength);
        var zones = new Zone[bags.Length / BagLength - 1];
        for (var i = 0; i < zones.Length; i++)
        {
            var bag = bags.Slice(i * BagLength, 2 * BagLength);
            var (firstGenerator, nextGenerator) = Span(bag, 0, generators.Length / GeneratorLength, bagId, i);
            var (firstModulator, nextModulator) = Span(bag, 2, modulators.Length / ModulatorLength, bagId, i);
            var zone = new Zone { Modulators = ReadModulators(modulators, firstModulator, nextModulator) };
            ReadGenerators(zone, generators, firstGenerator, nextGenerator, targetGenerator, targets);
            zones[i] = zone;
        }

        return zones;
    }

    private static (int First, int Next) Span(ReadOnlySpan<byte> bag, int field, int count, string bagId, int index)
    {
        var first = BinaryPrimitives.ReadUInt16LittleEndian(bag[field..]);
        var next = BinaryPrimitives.ReadUInt16LittleEndian(bag[(field + BagLength)..]);
        return first <= next && next <= count
            ? (first, next)
            : throw new SoundBankException($"Entry {index} of {bagId} spans records {first} to {next} of {count}.");
    }

    private static void ReadGenerators(
        Zone zone,
        ReadOnlySpan<byte> generators,
        int first,
        int next,
        int targetGenerator,
        int targets
    )
    {
        for (var i = first; i < next; i++)
        {
            var record = generators.Slice(i * GeneratorLength, GeneratorLength);
            var number = BinaryPrimitives.ReadUInt16LittleEndian(record);
            var amount = BinaryPrimitives.ReadInt16LittleEndian(record[2..]);
            if (number == targetGenerator)
            {
                // Anything after the target is to be ignored (section 8.1.2).
                zone.Target =
                    (ushort)amount < targets
                        ? (ushort)amount
                        : throw new SoundBankException($"A zone points to item {(ushort)amount} of {targets}.");
                return;
            }

            if (number < GeneratorTable.Count)
            {
                zone.Set(number, amount);
            }
        }
    }

    private static Modulator[] ReadModulators(ReadOnlySpan<byte> modulators, int first, int next)
    {
        var found = new List<Modulator>();
        for (var i = first; i < next; i++)
        {
            var record = modulators.Slice(i * ModulatorLength, ModulatorLength);
            var modulator = new Modulator(
                BinaryPrimitives.ReadUInt16LittleEndian(record),
                BinaryPrimitives.ReadUInt16LittleEndian(record[2..]),
                BinaryPrimitives.ReadInt16LittleEndian(record[4..]),
                BinaryPrimitives.ReadUInt16LittleEndian(record[6..]),
                BinaryPrimitives.ReadUInt16LittleEndian(record[8..])
            );

            if (modulator.IsUsable)
            {
                found.Add(modulator);
            }
        }

        return [.. found];
    }

    private static uint Word(ReadOnlySpan<byte> record, int at) =>
        BinaryPrimitives.ReadUInt32LittleEndian(record[at..]);

    private static string Text(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)0);
        return Encoding.Latin1.GetString(end < 0 ? bytes : bytes[..end]).Trim();
    }
}
