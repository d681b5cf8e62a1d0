using System.Text.Json.Serialization;

namespace Troubadour.Server.Families.Nuro;

/// <summary>The answer to a poll: ten keys in every state (contract 2.3).</summary>
public sealed record TaskAnswer
{
    /// <summary>The task.</summary>
    [JsonPropertyName("task_id")]
    public required string TaskId { get; init; }

    /// <summary>pending, running or succeeded.</summary>
    [JsonPropertyName("status")]
    public required string Status { get; init; }

    /// <summary>0 to 100; 100 only when the song can be fetched.</summary>
    [JsonPropertyName("progress")]
    public required int Progress { get; init; }

    /// <summary>The WAV; empty until done.</summary>
    [JsonPropertyName("audio_url")]
    public required string AudioUrl { get; init; }

    /// <summary>The words as sung; empty until done and for instrumentals.</summary>
    [JsonPropertyName("lyrics")]
    public required string Lyrics { get; init; }

    /// <summary>Seconds; 0 until done.</summary>
    [JsonPropertyName("duration")]
    public required double Duration { get; init; }

    /// <summary>The genre asked for or predicted.</summary>
    [JsonPropertyName("genre")]
    public required string Genre { get; init; }

    /// <summary>The mood asked for or predicted.</summary>
    [JsonPropertyName("mood")]
    public required string Mood { get; init; }

    /// <summary>The singer's gender; empty for instrumentals.</summary>
    [JsonPropertyName("gender")]
    public required string Gender { get; init; }

    /// <summary>The singer's timbre; empty for instrumentals.</summary>
    [JsonPropertyName("timbre")]
    public required string Timbre { get; init; }
}
