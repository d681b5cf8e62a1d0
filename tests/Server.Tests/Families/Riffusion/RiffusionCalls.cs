using System.Net;
using System.Text.Json.Nodes;

namespace Troubadour.Server.Tests.Families.Riffusion;

/// <summary>Calls of the riffusion family.</summary>
internal static class RiffusionCalls
{
    public const string Root = "/api/v1/riffusion";
    public const string Custom =
        """{"custom_mode":true,"mv":"FUZZ-1.1 Pro","lyrics":"[Verse]\nla la","sound":"pop","title":"Mine","make_instrumental":false}""";

    public static FamilyCalls Family { get; } = new(Root);

    /// <summary>A call, however it is answered.</summary>
    public static Task<(HttpStatusCode Status, JsonNode Body)> RiffusionAsync(
        this Api api,
        string body,
        string call = "create"
    ) => api.PostAsync($"{Root}/{call}", body);

    /// <summary>The id of a finished song.</summary>
    public static async Task<string> RiffAsync(this Api api) =>
        (string)(await Family.ClipsAsync(api, "create", Custom))[0]!["clip_id"]!;

    /// <summary>A custom body with other fields set.</summary>
    public static string With(params (string Name, JsonNode? Value)[] fields) => FamilyCalls.With(Custom, fields);
}
