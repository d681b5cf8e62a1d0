using Troubadour.Engine;
using Troubadour.Server.Http;

namespace Troubadour.Server.Making;

/// <summary>What families refuse in the words of the general table (contract 1.3.1).</summary>
internal static class Refusals
{
    public static ApiException TaskNotFound() => ApiException.BadRequest("task not found.");

    public static ApiException MissingTaskId() => ApiException.BadRequest("missing task id.");

    public static ApiException ClipNotFound() => ApiException.BadRequest("clip not found.");

    public static ApiException ClipGone() => ApiException.NotFound("clip not found.");

    public static ApiException NotReady() => ApiException.BadRequest("The clip is not ready yet.");

    public static ApiException NotAnalysed() => ApiException.BadRequest("this upload has not been analysed");

    public static ApiException QueueFull() =>
        new(429, "too_many_requests", "Too many requests: the queue is full, try again later.");

    public static ApiException Refused(SongRefusedException refusal) =>
        refusal.IsLanguage ? ApiException.BadRequest("input language not supported")
        : refusal.HasNoWords ? ApiException.Forbidden("Lyrics format invalid: " + refusal.Message)
        : ApiException.BadRequest(refusal.Message);
}
