using Troubadour.Engine;
using Troubadour.Server.Http;

namespace Troubadour.Server.Families.Nuro;

/// <summary>The family's own refusals (contract 1.3.2).</summary>
internal static class Errors
{
    public static ApiException TaskNotFound() => ApiException.NotFound("task not found.");

    public static ApiException QueueFull() => ApiException.Forbidden("queue is full, try again later.");

    public static ApiException Refused(SongRefusedException refusal) =>
        ApiException.BadRequest(
            refusal.IsLanguage
            && !refusal.Message.Contains("input language not supported", StringComparison.OrdinalIgnoreCase)
                ? $"input language not supported. {refusal.Message}"
                : refusal.Message
        );
}
