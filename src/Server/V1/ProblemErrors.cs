using Troubadour.Server.Http;

namespace Troubadour.Server.V1;

/// <summary>Refusals of our own routes.</summary>
internal static class ProblemErrors
{
    public static ApiException UnknownTask() => ApiException.NotFound("There is no task with this id.");

    public static ApiException UnknownClip() => ApiException.NotFound("There is no clip with this id.");

    public static ApiException Ended() => new(409, "conflict", "The task has ended already.");
}
