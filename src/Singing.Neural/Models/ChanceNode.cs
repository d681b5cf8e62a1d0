using System.Text;

namespace Troubadour.Singing.Neural;

/// <summary>A node that draws random numbers: RandomNormal, RandomNormalLike, RandomUniform or RandomUniformLike.</summary>
internal sealed class ChanceNode
{
    private const int FloatType = 1;

    /// <summary>True for normal noise, false for even noise.</summary>
    public required bool IsNormal { get; init; }

    /// <summary>The input whose shape the noise takes; null where <see cref="Shape"/> says it.</summary>
    public required string? Like { get; init; }

    /// <summary>The value that the noise is given to.</summary>
    public required string Output { get; init; }

    /// <summary>Dimensions, for nodes without an input.</summary>
    public required long[] Shape { get; init; }

    /// <summary>What the noise is multiplied by, and what is added then.</summary>
    public required (float Scale, float Offset) Spread { get; init; }

    /// <summary>The element type that is asked for, as onnx.proto numbers them.</summary>
    public required int Type { get; init; }

    /// <summary>True when the numbers must be made another type than 32-bit floats.</summary>
    public bool IsCast => Type != FloatType;

    /// <summary>Reads a node; null when it draws nothing.</summary>
    /// <exception cref="InvalidDataException">It draws chance of a kind that is not supported.</exception>
    public static ChanceNode? Of(ReadOnlySpan<byte> node)
    {
        var (op, domain) = ("", "");
        List<string> inputs = [];
        List<string> outputs = [];
        var attributes = new ChanceAttributes();
        var reader = new ProtoReader(node);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    inputs.Add(Encoding.UTF8.GetString(reader.Content));
                    break;
                case 2:
                    outputs.Add(Encoding.UTF8.GetString(reader.Content));
                    break;
                case 4:
                    op = Encoding.UTF8.GetString(reader.Content);
                    break;
                case 5 when op.Length == 0 || op.StartsWith("Random", StringComparison.Ordinal):
                    attributes.Read(reader.Content);
                    break;
                case 7:
                    domain = Encoding.UTF8.GetString(reader.Content);
                    break;
            }
        }

        if (domain is "" or "ai.onnx" && op is "Bernoulli" or "Multinomial")
        {
            throw new InvalidDataException($"it draws chance by {op}, which is not supported");
        }

        return domain is "" or "ai.onnx" && op.StartsWith("Random", StringComparison.Ordinal)
            ? Make(op, inputs, outputs, attributes)
            : null;
    }

    private static ChanceNode Make(string op, List<string> inputs, List<string> outputs, ChanceAttributes attributes)
    {
        var like = op.EndsWith("Like", StringComparison.Ordinal);
        if (outputs.Count != 1 || inputs.Count != (like ? 1 : 0) || (!like && attributes.Shape.Count == 0))
        {
            throw new InvalidDataException($"its node {op} is damaged");
        }

        var isNormal = op.StartsWith("RandomNormal", StringComparison.Ordinal);
        return new ChanceNode
        {
            IsNormal = isNormal,
            Like = like ? inputs[0] : null,
            Output = outputs[0],
            Shape = [.. attributes.Shape],
            Spread = isNormal
                ? (attributes.Scale, attributes.Mean)
                : (attributes.High - attributes.Low, attributes.Low),
            Type = attributes.Type ?? FloatType,
        };
    }
}
