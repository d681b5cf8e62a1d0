using System.Text;

namespace Troubadour.Singing.Neural;

/// <summary>The attributes of random nodes, with the defaults of the operators' definitions.</summary>
internal sealed class ChanceAttributes
{
    public float Mean { get; private set; }

    public float Scale { get; private set; } = 1;

    public float Low { get; private set; }

    public float High { get; private set; } = 1;

    public int? Type { get; private set; }

    public List<long> Shape { get; } = [];

    /// <summary>Takes one AttributeProto: name 1, f 2, i 3, ints 8.</summary>
    public void Read(ReadOnlySpan<byte> attribute)
    {
        var name = "";
        var (real, whole) = (0f, 0L);
        List<long> many = [];
        var reader = new ProtoReader(attribute);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    name = Encoding.UTF8.GetString(reader.Content);
                    break;
                case 2:
                    real = BitConverter.UInt32BitsToSingle((uint)reader.Number);
                    break;
                case 3:
                    whole = unchecked((long)reader.Number);
                    break;
                case 8 when reader.Content.IsEmpty:
                    many.Add(unchecked((long)reader.Number));
                    break;
                case 8:
                    AddPacked(reader.Content, many);
                    break;
            }
        }

        Set(name, real, whole, many);
    }

    private void Set(string name, float real, long whole, List<long> many)
    {
        switch (name)
        {
            case "mean":
                Mean = real;
                break;
            case "scale":
                Scale = real;
                break;
            case "low":
                Low = real;
                break;
            case "high":
                High = real;
                break;
            case "dtype":
                Type = (int)whole;
                break;
            case "shape":
                Shape.AddRange(many);
                break;
        }
    }

    private static void AddPacked(ReadOnlySpan<byte> packed, List<long> values)
    {
        var (value, shift) = (0UL, 0);
        foreach (var next in packed)
        {
            value |= (ulong)(next & 127) << Math.Min(shift, 63);
            shift += 7;
            if (next < 128)
            {
                values.Add(unchecked((long)value));
                (value, shift) = (0, 0);
            }
        }
    }
}
