using System.Text.Json;

namespace Troubadour.Portraits;

/// <summary>The data that the bench measured, as it lies in the assembly.</summary>
internal static class PortraitData
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { NewLine = "\n" };

    /// <summary>The book of the reference voice's sounds.</summary>
    public static VowelBook Vowels() => new(Read<float[][]>("vowels.json"));

    /// <summary>The portraits of our own voices.</summary>
    public static PortraitTable Voices() => Read<PortraitTable>("voices.json");

    /// <summary>Writes data as the files hold it.</summary>
    public static string ToText<T>(T data) => JsonSerializer.Serialize(data, s_json);

    private static T Read<T>(string name)
    {
        using var stream =
            typeof(PortraitData).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        return JsonSerializer.Deserialize<T>(stream, s_json)
            ?? throw new InvalidOperationException($"{name} is empty.");
    }
}
