using System.Globalization;

namespace Troubadour.Singing.Neural;

/// <summary>
/// The nodes that stand for a random one: the count of values from the shape, that many indices round the table, the values there, scaled
/// and brought into the shape. Written with operators that mean the same from opset 13 of ONNX on and existed at 11.
/// </summary>
internal static class NoiseNodes
{
    // Odd, so that nodes start at different places.
    private const long Stride = 40_503;

    /// <summary>A graph input that takes a table.</summary>
    public static ProtoWriter TableInput(string name, int length)
    {
        var dimension = new ProtoWriter().Int(1, length);
        var shape = new ProtoWriter().Message(1, dimension);
        var tensor = new ProtoWriter().Int(1, 1).Message(2, shape);
        return new ProtoWriter().Text(1, name).Message(2, new ProtoWriter().Message(1, tensor));
    }

    /// <summary>The nodes, in order.</summary>
    public static IEnumerable<ProtoWriter> For(ChanceNode node, int index, int period)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"troubadour_noise_{index}_");
        string Name(string part) => prefix + part;
        yield return node.Like is null
            ? Constant(Name("shape"), node.Shape, scalar: false)
            : Node("Shape", [node.Like], Name("shape"));
        yield return Constant(Name("zero"), [0L], scalar: true);
        yield return Constant(Name("one"), [1L], scalar: true);
        yield return Constant(Name("start"), [index * Stride % period], scalar: true);
        yield return Constant(Name("period"), [(long)period], scalar: true);
        yield return Node("ReduceProd", [Name("shape")], Name("count"), ("keepdims", 0));
        yield return Node("Range", [Name("zero"), Name("count"), Name("one")], Name("range"));
        yield return Node("Add", [Name("range"), Name("start")], Name("place"));
        yield return Node("Mod", [Name("place"), Name("period")], Name("index"));
        yield return Node(
            "Gather",
            [node.IsNormal ? RepeatableModel.Normal : RepeatableModel.Uniform, Name("index")],
            Name("drawn")
        );
        yield return Constant(Name("scale"), [node.Spread.Scale]);
        yield return Constant(Name("offset"), [node.Spread.Offset]);
        yield return Node("Mul", [Name("drawn"), Name("scale")], Name("scaled"));
        yield return Node("Add", [Name("scaled"), Name("offset")], Name("flat"));
        if (node.IsCast)
        {
            yield return Node("Cast", [Name("flat")], Name("cast"), ("to", node.Type));
        }

        yield return Node("Reshape", [Name(node.IsCast ? "cast" : "flat"), Name("shape")], node.Output);
    }

    private static ProtoWriter Node(
        string op,
        string[] inputs,
        string output,
        (string Name, long Value)? attribute = null
    )
    {
        var node = new ProtoWriter();
        foreach (var input in inputs)
        {
            node.Text(1, input);
        }

        node.Text(2, output).Text(3, output + "_node").Text(4, op);
        return attribute is { } a
            ? node.Message(5, new ProtoWriter().Text(1, a.Name).Int(3, a.Value).Int(20, 2))
            : node;
    }

    // TensorProto: dims 1, data_type 2 (1 float, 7 int64), raw_data 9; AttributeProto: t 5, type 20 (4 tensor).
    private static ProtoWriter Constant(string output, long[] values, bool scalar)
    {
        var tensor = new ProtoWriter();
        if (!scalar)
        {
            tensor.Int(1, values.Length);
        }

        return Constant(output, tensor.Int(2, 7).Values<long>(9, values));
    }

    private static ProtoWriter Constant(string output, float[] value) =>
        Constant(output, new ProtoWriter().Int(2, 1).Values<float>(9, value));

    private static ProtoWriter Constant(string output, ProtoWriter tensor) =>
        new ProtoWriter()
            .Text(2, output)
            .Text(3, output + "_node")
            .Text(4, "Constant")
            .Message(5, new ProtoWriter().Text(1, "value").Message(5, tensor).Int(20, 4));
}
