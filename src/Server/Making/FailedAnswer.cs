using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Troubadour.Bookkeeping;

namespace Troubadour.Server.Making;

/// <summary>The answer to a poll of a task of which no clip was made; its credits have been given back.</summary>
public sealed record FailedAnswer
{
    /// <summary>The HTTP status again.</summary>
    [JsonPropertyName("code")]
    public required int Code { get; init; }

    /// <summary>api_error or timeout.</summary>
    [JsonPropertyName("type")]
    public required string Type { get; init; }

    /// <summary>What went wrong.</summary>
    [JsonPropertyName("message")]
    public required string Message { get; init; }

    /// <summary>The same sentence.</summary>
    [JsonPropertyName("error")]
    public string Error => Message;

    /// <summary>Always true.</summary>
    [JsonPropertyName("already_refunded")]
    public bool AlreadyRefunded { get; } = true;

    /// <summary>Always true.</summary>
    [JsonPropertyName("refund_processed")]
    public bool RefundProcessed { get; } = true;

    /// <summary>False: polling again gives the same answer.</summary>
    [JsonPropertyName("retriable")]
    public bool Retriable { get; } = false;

    /// <summary>The answer about a task, with the status that it has.</summary>
    internal static IResult Of(MusicTask task)
    {
        var (status, type, message) = TaskEnd.Failure(task);
        var answer = new FailedAnswer
        {
            Code = status,
            Type = type,
            Message = message,
        };
        return Results.Json(answer, Http.Json.Options, statusCode: status);
    }
}
