using System.Globalization;

namespace Troubadour.Singing.Neural.Tests;

/// <summary>Writes small ONNX models (onnx/onnx.proto: ModelProto, GraphProto, NodeProto, TensorProto) node by node.</summary>
internal sealed class OnnxWriter
{
    public const int Float = 1;
    public const int Long = 7;
    public const int Bool = 9;
    public const int Double = 11;

    private readonly ProtoWriter _graph = new();
    private int _names;

    /// <summary>A graph input; dimensions are numbers, or names of open lengths.</summary>
    public string Input(string name, int type, params object[] dimensions)
    {
        _graph.Message(11, ValueInfo(name, type, dimensions));
        return name;
    }

    /// <summary>A graph output that takes a value.</summary>
    public void Output(string name, int type, string value, params object[] dimensions)
    {
        _graph.Message(1, NodeOf("Identity", [value], name));
        _graph.Message(12, ValueInfo(name, type, dimensions));
    }

    public string Constant(float[] values, params long[] shape) =>
        Constant(TensorOf(Float, shape).Values<float>(9, values));

    public string Constant(long[] values, params long[] shape) =>
        Constant(TensorOf(Long, shape).Values<long>(9, values));

    public string Number(float value) => Constant([value]);

    /// <summary>A node with one output, whose name is returned. Attributes are longs, floats or long lists.</summary>
    public string Node(string op, string[] inputs, params (string Name, object Value)[] attributes)
    {
        var output = Name();
        var node = NodeOf(op, inputs, output);
        foreach (var (name, value) in attributes)
        {
            var attribute = new ProtoWriter().Text(1, name);
            _ = value switch
            {
                int number => attribute.Int(3, number).Int(20, 2),
                float number => attribute.Float(2, number).Int(20, 1),
                long[] numbers => numbers.Aggregate(attribute, (a, number) => a.Int(8, number)).Int(20, 7),
                _ => throw new ArgumentException(name),
            };
            node.Message(5, attribute);
        }

        _graph.Message(1, node);
        return output;
    }

    /// <summary>A weight that says that it lies in another file.</summary>
    public void ExternalWeight(string location)
    {
        var entry = new ProtoWriter().Text(1, "location").Text(2, location);
        _graph.Message(5, new ProtoWriter().Int(1, 1).Int(2, Float).Text(8, "outside").Message(13, entry).Int(14, 1));
    }

    public byte[] Save() =>
        new ProtoWriter()
            .Int(1, 8)
            .Message(7, _graph.Text(2, "tiny"))
            .Message(8, new ProtoWriter().Int(2, 15))
            .Written.ToArray();

    private static ProtoWriter TensorOf(int type, long[] shape) =>
        shape.Aggregate(new ProtoWriter(), (tensor, length) => tensor.Int(1, length)).Int(2, type);

    private static ProtoWriter NodeOf(string op, string[] inputs, string output) =>
        inputs
            .Aggregate(new ProtoWriter(), (node, input) => node.Text(1, input))
            .Text(2, output)
            .Text(3, "make_" + output)
            .Text(4, op);

    private static ProtoWriter ValueInfo(string name, int type, object[] dimensions)
    {
        var shape = new ProtoWriter();
        foreach (var dimension in dimensions)
        {
            shape.Message(
                1,
                dimension is int length
                    ? new ProtoWriter().Int(1, length)
                    : new ProtoWriter().Text(2, (string)dimension)
            );
        }

        var tensor = new ProtoWriter().Int(1, type).Message(2, shape);
        return new ProtoWriter().Text(1, name).Message(2, new ProtoWriter().Message(1, tensor));
    }

    private string Constant(ProtoWriter tensor)
    {
        var output = Name();
        _graph.Message(
            1,
            NodeOf("Constant", [], output).Message(5, new ProtoWriter().Text(1, "value").Message(5, tensor).Int(20, 4))
        );
        return output;
    }

    private string Name() => string.Create(CultureInfo.InvariantCulture, $"v{_names++}");
}
