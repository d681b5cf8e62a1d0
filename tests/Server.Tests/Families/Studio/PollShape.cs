using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Troubadour.Server.Tests.Families.Studio;

/// <summary>What holds of every poll.</summary>
internal static partial class PollShape
{
    public static readonly string[] PollKeys = ["code", "message", "data", "handledData"];

    private static readonly string[] TaskKeys =
    [
        "task_id",
        "notify_hook",
        "action",
        "status",
        "fail_reason",
        "submit_time",
        "start_time",
        "finish_time",
        "progress",
        "data",
    ];

    private static readonly string[] SongKeys =
    [
        "id",
        "title",
        "artist",
        "tags",
        "lyrics",
        "prompt",
        "duration",
        "image_path",
        "song_path",
        "video_path",
        "created_at",
        "finished",
        "liked",
        "likes",
        "plays",
        "error_type",
        "error_detail",
    ];

    /// <summary>Its keys, its progress, and the same songs at both places.</summary>
    public static void Holds(JsonNode poll)
    {
        Assert.Equal(TaskKeys, Keys(poll["data"]!));
        Assert.Equal(["songs"], Keys(poll["data"]!["data"]!));
        Assert.All(StudioCalls.Songs(poll), song => Assert.Equal(SongKeys, Keys(song!)));
        Assert.True(
            JsonNode.DeepEquals(poll["handledData"], new JsonObject { ["data"] = poll["data"]!["data"]!.DeepClone() })
        );
        Assert.Matches(
            StudioCalls.Status(poll) is "SUCCESS" or "FAILURE" ? "^100%$" : Percent().ToString(),
            Progress(poll)
        );
    }

    public static IEnumerable<string> Keys(JsonNode node) => node.AsObject().Select(pair => pair.Key);

    public static string Progress(JsonNode poll) => StudioCalls.Text(poll["data"], "progress");

    [GeneratedRegex("^[0-9]{1,2}%$")]
    private static partial Regex Percent();
}
