using Microsoft.ML.OnnxRuntime;

namespace Troubadour.Singing.Neural;

/// <summary>A tensor on its way into or out of a model.</summary>
/// <param name="Data">The values: an array of float, long or bool, the last dimension next to each other.</param>
/// <param name="Shape">The dimensions.</param>
internal sealed record ModelValue(Array Data, long[] Shape)
{
    /// <summary>A batch of one row.</summary>
    public static ModelValue Row(Array data) => new(data, [1, data.Length]);

    /// <summary>A single value, as a list of one.</summary>
    public static ModelValue Single(Array data) => new(data, [1]);

    /// <summary>The values as floats.</summary>
    public float[] Floats => (float[])Data;

    /// <summary>Hands the values to the runtime; the array stays where it is until the result is disposed of.</summary>
    public OrtValue ToRuntime() =>
        Data switch
        {
            float[] values => OrtValue.CreateTensorValueFromMemory(values, Shape),
            long[] values => OrtValue.CreateTensorValueFromMemory(values, Shape),
            bool[] values => OrtValue.CreateTensorValueFromMemory(values, Shape),
            _ => throw new ArgumentException("Models take floats, longs and bools."),
        };

    /// <summary>Copies what a model gave.</summary>
    /// <exception cref="InvalidDataException">It is of a type that is not used here; the message is a part of a sentence.</exception>
    public static ModelValue FromRuntime(OrtValue value)
    {
        var info = value.GetTensorTypeAndShape();
        return info.ElementDataType switch
        {
            Microsoft.ML.OnnxRuntime.Tensors.TensorElementType.Float => new(
                value.GetTensorDataAsSpan<float>().ToArray(),
                info.Shape
            ),
            Microsoft.ML.OnnxRuntime.Tensors.TensorElementType.Int64 => new(
                value.GetTensorDataAsSpan<long>().ToArray(),
                info.Shape
            ),
            Microsoft.ML.OnnxRuntime.Tensors.TensorElementType.Bool => new(
                value.GetTensorDataAsSpan<bool>().ToArray(),
                info.Shape
            ),
            var type => throw new InvalidDataException($"gave values of the type {type}, which are not used"),
        };
    }
}
