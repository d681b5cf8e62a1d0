using System.Net;
using System.Text.Json.Nodes;

namespace Troubadour.Server.Tests.Families.Sonic;

/// <summary>Calls of the sonic family that must go well.</summary>
internal static class SonicCalls
{
    public const string Root = "/api/v1/sonic";
    public const string Custom =
        """{"custom_mode":true,"mv":"sonic-v5","prompt":"[Verse]\nla la","tags":"pop","title":"Mine"}""";

    private static readonly FamilyCalls Family = new(Root);

    public static Task<(HttpStatusCode Status, JsonNode Body)> SonicAsync(this Api api, string call, string body) =>
        api.PostAsync($"{Root}/{call}", body);

    /// <summary>The task of a call that must be accepted.</summary>
    public static Task<string> StartAsync(this Api api, string call, string body) => Family.StartAsync(api, call, body);

    /// <summary>Polls until every clip is terminal or the task has failed as a whole.</summary>
    public static Task<(HttpStatusCode Status, JsonNode Body)> EndOfAsync(this Api api, string taskId) =>
        Family.EndOfAsync(api, taskId);

    /// <summary>The clips of a call that must succeed.</summary>
    public static Task<JsonArray> ClipsAsync(this Api api, string call, string body) =>
        Family.ClipsAsync(api, call, body);

    /// <summary>The id of a finished song.</summary>
    public static async Task<string> SongAsync(this Api api) =>
        (string)(await api.ClipsAsync("create", Custom))[0]!["clip_id"]!;

    /// <summary>A custom body with other fields set.</summary>
    public static string With(params (string Name, JsonNode? Value)[] fields) => FamilyCalls.With(Custom, fields);
}
