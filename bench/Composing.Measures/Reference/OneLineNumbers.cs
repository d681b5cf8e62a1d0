using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Troubadour.Composing.Measures;

/// <summary>Writes a list of numbers on one line where the rest of the file is indented.</summary>
public sealed class OneLineNumbers : JsonConverter<ImmutableArray<double>>
{
    /// <inheritdoc/>
    public override ImmutableArray<double> Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => [.. JsonSerializer.Deserialize<double[]>(ref reader) ?? []];

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ImmutableArray<double> value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteRawValue(
            "[" + string.Join(", ", value.Select(number => number.ToString(CultureInfo.InvariantCulture))) + "]"
        );
    }
}
