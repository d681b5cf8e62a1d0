using System.Text.Json;
using System.Text.Json.Serialization;

namespace Troubadour.Singing.Bench;

/// <summary>How figures are written.</summary>
internal static class JsonOptions
{
    public static JsonSerializerOptions Figures { get; } =
        new() { WriteIndented = true, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };
}
