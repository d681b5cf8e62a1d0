using Microsoft.AspNetCore.Http;
using Troubadour.Bookkeeping;

namespace Troubadour.Server.Making;

/// <summary>The contract's words for how tasks and clips are and end.</summary>
internal static class TaskEnd
{
    /// <summary>True once the clip can be heard.</summary>
    public static bool IsDone(Clip clip) => clip.State == TaskState.Succeeded;

    /// <summary>True while a poll has nothing to tell.</summary>
    public static bool IsWaiting(MusicTask task) => task.State == TaskState.Queued && !task.Clips.Any(IsDone);

    /// <summary>True when the task ended without any clip.</summary>
    public static bool HasNothing(MusicTask task) =>
        task.State is TaskState.Failed or TaskState.Cancelled && !task.Clips.Any(IsDone);

    /// <summary>The contract's word for a state of a task or a clip.</summary>
    public static string StateOf(string state) =>
        state switch
        {
            TaskState.Queued => "pending",
            TaskState.Cancelled => "failed",
            _ => state,
        };

    /// <summary>The status and the contract's word of a task that failed.</summary>
    public static (int Status, string Type, string Message) Failure(MusicTask task) =>
        (
            task.ErrorType == "timeout"
                ? StatusCodes.Status504GatewayTimeout
                : StatusCodes.Status500InternalServerError,
            task.ErrorType ?? "api_error",
            task.ErrorText ?? "The song could not be made."
        );
}
