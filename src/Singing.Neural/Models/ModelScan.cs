using System.Text;

namespace Troubadour.Singing.Neural;

/// <summary>Looks through an ONNX model without copying it: does it draw chance, and does it hold what is not supported.</summary>
internal static class ModelScan
{
    /// <summary>Field of the nodes in a GraphProto.</summary>
    public const int NodeOfGraph = 1;

    /// <summary>Field of the attributes in a NodeProto.</summary>
    public const int AttributeOfNode = 5;

    private const int InitializerOfGraph = 5;
    private const int SparseOfGraph = 15;
    private const int NodeOfFunction = 7;
    private const int DeepestGraph = 32;

    /// <summary>True for the fields of an AttributeProto that hold graphs.</summary>
    public static bool IsGraph(int field) => field is 6 or 11;

    /// <summary>True when a graph draws chance, itself or in graphs inside.</summary>
    /// <exception cref="InvalidDataException">It keeps weights elsewhere or sparse, or is nested too deeply.</exception>
    public static bool Draws(ReadOnlySpan<byte> graph, int depth)
    {
        if (depth > DeepestGraph)
        {
            throw new InvalidDataException("its graphs are nested too deeply");
        }

        var draws = false;
        var reader = new ProtoReader(graph);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case NodeOfGraph:
                    draws |= ChanceNode.Of(reader.Content) is not null | DrawsInside(reader.Content, depth);
                    break;
                case InitializerOfGraph:
                    ForbidOtherFiles(reader.Content);
                    break;
                case SparseOfGraph:
                    throw new InvalidDataException("it keeps sparse weights, which is not supported");
            }
        }

        return draws;
    }

    /// <summary>True when the graphs that are a node's attributes draw chance.</summary>
    /// <exception cref="InvalidDataException">As for a graph.</exception>
    public static bool DrawsInside(ReadOnlySpan<byte> node, int depth)
    {
        var draws = false;
        var reader = new ProtoReader(node);
        while (reader.Next())
        {
            if (reader.Field == AttributeOfNode)
            {
                draws |= AttributeDraws(reader.Content, depth);
            }
        }

        return draws;
    }

    /// <summary>Refuses a function that draws chance: it cannot reach the tables of noise.</summary>
    /// <exception cref="InvalidDataException">It does.</exception>
    public static void ForbidChance(ReadOnlySpan<byte> function)
    {
        var reader = new ProtoReader(function);
        while (reader.Next())
        {
            if (
                reader.Field == NodeOfFunction
                && (ChanceNode.Of(reader.Content) is not null || DrawsInside(reader.Content, 0))
            )
            {
                throw new InvalidDataException("it draws chance inside a function, which is not supported");
            }
        }
    }

    // t 5, g 6, tensors 10, graphs 11, sparse tensors 22 and 23.
    private static bool AttributeDraws(ReadOnlySpan<byte> attribute, int depth)
    {
        var draws = false;
        var reader = new ProtoReader(attribute);
        while (reader.Next())
        {
            if (IsGraph(reader.Field))
            {
                draws |= Draws(reader.Content, depth + 1);
            }
            else if (reader.Field is 5 or 10)
            {
                ForbidOtherFiles(reader.Content);
            }
            else if (reader.Field is 22 or 23)
            {
                throw new InvalidDataException("it keeps sparse weights, which is not supported");
            }
        }

        return draws;
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
}
