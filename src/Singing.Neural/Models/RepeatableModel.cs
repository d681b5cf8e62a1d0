namespace Troubadour.Singing.Neural;

/// <summary>
/// Makes an ONNX model (onnx/onnx.proto, IR 3 and later) draw its noise from inputs instead of the runtime's own generators, whose state
/// depends on what ran before and on other threads. Each random node becomes a walk through a table of noise that is given with every
/// run; nodes start at different places of it. Inside a loop of the model every round reads the same noise. Models that keep weights in
/// other files are refused, for those paths are not ours to follow.
/// </summary>
internal sealed class RepeatableModel
{
    /// <summary>The input that takes normal noise.</summary>
    public const string Normal = "troubadour_normal_noise";

    /// <summary>The input that takes noise even between 0 and 1.</summary>
    public const string Uniform = "troubadour_uniform_noise";

    /// <summary>Values in a table of noise.</summary>
    public const int TableLength = 1 << 18;

    private const int GraphOfModel = 7;
    private const int FunctionOfModel = 25;
    private const int InputOfGraph = 11;

    private int _nodes;
    private bool _normal;
    private bool _uniform;

    /// <summary>The model with its random nodes replaced; the same array when it has none.</summary>
    /// <exception cref="InvalidDataException">It is no model, keeps weights elsewhere, or draws chance in a way that cannot be replaced;
    /// the message is a part of a sentence.</exception>
    public static byte[] Of(byte[] model) => new RepeatableModel().Rewrite(model);

    private byte[] Rewrite(byte[] model)
    {
        var graphs = 0;
        var draws = false;
        var reader = new ProtoReader(model);
        while (reader.Next())
        {
            if (reader.Field == GraphOfModel)
            {
                graphs++;
                draws |= ModelScan.Draws(reader.Content, 0);
            }
            else if (reader.Field == FunctionOfModel)
            {
                ModelScan.ForbidChance(reader.Content);
            }
        }

        return graphs != 1 ? throw new InvalidDataException("it is no ONNX model, or a damaged one")
            : draws ? Copy(model)
            : model;
    }

    private byte[] Copy(byte[] model)
    {
        var output = new ProtoWriter(model.Length);
        var reader = new ProtoReader(model);
        while (reader.Next())
        {
            if (reader.Field == GraphOfModel)
            {
                output.Bytes(GraphOfModel, TopGraph(reader.Content));
            }
            else
            {
                output.Raw(reader.Whole);
            }
        }

        return output.Written.ToArray();
    }

    private ReadOnlySpan<byte> TopGraph(ReadOnlySpan<byte> graph)
    {
        var output = Graph(graph);
        if (_normal)
        {
            output.Message(InputOfGraph, NoiseNodes.TableInput(Normal, TableLength));
        }

        if (_uniform)
        {
            output.Message(InputOfGraph, NoiseNodes.TableInput(Uniform, TableLength));
        }

        return output.Written;
    }

    private ProtoWriter Graph(ReadOnlySpan<byte> graph)
    {
        var output = new ProtoWriter(graph.Length);
        var reader = new ProtoReader(graph);
        while (reader.Next())
        {
            if (reader.Field != ModelScan.NodeOfGraph)
            {
                output.Raw(reader.Whole);
            }
            else if (ChanceNode.Of(reader.Content) is { } chance)
            {
                Replace(chance, output);
            }
            else if (ModelScan.DrawsInside(reader.Content, 0))
            {
                output.Message(ModelScan.NodeOfGraph, WithGraphs(reader.Content));
            }
            else
            {
                output.Raw(reader.Whole);
            }
        }

        return output;
    }

    private void Replace(ChanceNode chance, ProtoWriter graph)
    {
        _normal |= chance.IsNormal;
        _uniform |= !chance.IsNormal;
        foreach (var replacement in NoiseNodes.For(chance, _nodes++, TableLength))
        {
            graph.Message(ModelScan.NodeOfGraph, replacement);
        }
    }

    // A node with graphs of its own (If, Loop): their chance is replaced too, and reads the tables of the outer graph.
    private ProtoWriter WithGraphs(ReadOnlySpan<byte> node)
    {
        var output = new ProtoWriter();
        var reader = new ProtoReader(node);
        while (reader.Next())
        {
            if (reader.Field == ModelScan.AttributeOfNode)
            {
                output.Message(ModelScan.AttributeOfNode, Attribute(reader.Content));
            }
            else
            {
                output.Raw(reader.Whole);
            }
        }

        return output;
    }

    private ProtoWriter Attribute(ReadOnlySpan<byte> attribute)
    {
        var output = new ProtoWriter();
        var reader = new ProtoReader(attribute);
        while (reader.Next())
        {
            if (ModelScan.IsGraph(reader.Field))
            {
                output.Message(reader.Field, Graph(reader.Content));
            }
            else
            {
                output.Raw(reader.Whole);
            }
        }

        return output;
    }
}
