using System.Text.Json;
using Troubadour.Music;
using Troubadour.Server.Working;

namespace Troubadour.Server.Families.Sonic;

/// <summary>What a persona keeps of the clip that it was taken from.</summary>
/// <param name="Gender">The singer's gender.</param>
/// <param name="Timbre">The singer's timbre.</param>
/// <param name="Style">The style's id.</param>
/// <param name="Tags">Words about the style, for songs that bring none.</param>
internal sealed record PersonaVoice(Gender Gender, Timbre Timbre, string Style, string Tags)
{
    /// <summary>The singer in person; 0 for clips of songs that name nobody.</summary>
    public long Person { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, WorkerJson.Options);

    public static PersonaVoice Read(string json) =>
        JsonSerializer.Deserialize<PersonaVoice>(json, WorkerJson.Options)
        ?? throw new InvalidOperationException("The persona has no voice.");
}
