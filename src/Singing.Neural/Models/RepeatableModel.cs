using System.Text;

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
    private const int NodeOfGraph = 1;
    private const int InitializerOfGraph = 5;
    private const int InputOfGraph = 11;
    private const int SparseOfGraph = 15;
    private const int AttributeOfNode = 5;
    private const int DeepestGraph = 32;

    private int _nodes;
    private bool _normal;
    private bool _uniform;

    /// <summary>The model with its random nodes replaced; the same array when it has none.</summary>
    /// <exception cref="InvalidDataException">It is no model, keeps weights elsewhere, or draws chance in a way that cannot be replaced;
    /// the message is a part of a sentence.</exception>
    public static byte[] Of(byte[] model) => new RepeatableModel().Rewrite(model);

    private byte[] Rewrite(byte[] model)
    {
        var output = new ProtoWriter(model.Length);
        var graphs = 0;
        var reader = new ProtoReader(model);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case GraphOfModel:
                    graphs++;
                    output.Bytes(GraphOfModel, TopGraph(reader.Content));
                    break;
                case FunctionOfModel when HasChance(reader.Content):
                    throw new InvalidDataException("it draws chance inside a function, which is not supported");
                default:
                    output.Raw(reader.Whole);
                    break;
            }
        }

        if (graphs != 1)
        {
            throw new InvalidDataException("it is no ONNX model, or a damaged one");
        }

        return _nodes == 0 ? model : output.Written.ToArray();
    }

    private ReadOnlySpan<byte> TopGraph(ReadOnlySpan<byte> graph)
    {
        var output = Graph(graph, 0);
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

    private ProtoWriter Graph(ReadOnlySpan<byte> graph, int depth)
    {
        if (depth > DeepestGraph)
        {
            throw new InvalidDataException("its graphs are nested too deeply");
        }

        var output = new ProtoWriter(graph.Length);
        var reader = new ProtoReader(graph);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case NodeOfGraph:
                    Node(reader.Content, depth, output);
                    continue;
                case InitializerOfGraph:
                    ForbidOtherFiles(reader.Content);
                    break;
                case SparseOfGraph:
                    throw new InvalidDataException("it keeps sparse weights, which is not supported");
            }

            output.Raw(reader.Whole);
        }

        return output;
    }

    private void Node(ReadOnlySpan<byte> node, int depth, ProtoWriter graph)
    {
        var chance = ChanceNode.Of(node);
        if (chance is null)
        {
            graph.Message(NodeOfGraph, PlainNode(node, depth));
            return;
        }

        _normal |= chance.IsNormal;
        _uniform |= !chance.IsNormal;
        foreach (var replacement in NoiseNodes.For(chance, _nodes++, TableLength))
        {
            graph.Message(NodeOfGraph, replacement);
        }
    }

    private ProtoWriter PlainNode(ReadOnlySpan<byte> node, int depth)
    {
        var output = new ProtoWriter();
        var reader = new ProtoReader(node);
        while (reader.Next())
        {
            if (reader.Field == AttributeOfNode)
            {
                output.Message(AttributeOfNode, Attribute(reader.Content, depth));
            }
            else
            {
                output.Raw(reader.Whole);
            }
        }

        return output;
    }

    // t 5, g 6, tensors 10, graphs 11, sparse tensors 22 and 23.
    private ProtoWriter Attribute(ReadOnlySpan<byte> attribute, int depth)
    {
        var output = new ProtoWriter();
        var reader = new ProtoReader(attribute);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 6 or 11:
                    output.Message(reader.Field, Graph(reader.Content, depth + 1));
                    continue;
                case 5 or 10:
                    ForbidOtherFiles(reader.Content);
                    break;
                case 22 or 23:
                    throw new InvalidDataException("it keeps sparse weights, which is not supported");
            }

            output.Raw(reader.Whole);
        }

        return output;
    }

    // TensorProto: external_data 13, data_location 14.
    private static void ForbidOtherFiles(ReadOnlySpan<byte> tensor)
    {
        var reader = new ProtoReader(tensor);
        while (reader.Next())
        {
            if (reader.Field == 13 || (reader.Field == 14 && reader.Number != 0))
            {
                throw new InvalidDataException("it keeps weights in another file, which is not supported");
            }
        }
    }

    // FunctionProto: node 7.
    private static bool HasChance(ReadOnlySpan<byte> function)
    {
        var reader = new ProtoReader(function);
        while (reader.Next())
        {
            if (
                reader.Field == 7
                && Encoding.UTF8.GetString(reader.Content).Contains("Random", StringComparison.Ordinal)
            )
            {
                return true;
            }
        }

        return false;
    }
}
