using System.Text.Json.Serialization;
using Troubadour.Engine;

namespace Troubadour.Server.Families.Sonic;

/// <summary>A fuller style description.</summary>
public sealed record TagsAnswer
{
    /// <summary>Always 200.</summary>
    [JsonPropertyName("code")]
    public int Code { get; } = 200;

    /// <summary>The description.</summary>
    [JsonPropertyName("data")]
    public required TagsData Data { get; init; }

    /// <summary>The description again, where some clients look for it.</summary>
    [JsonPropertyName("tags")]
    public string Tags => Data.Tags;

    /// <summary>The same.</summary>
    [JsonPropertyName("upsampled_tags")]
    public string Upsampled => Data.Tags;

    /// <summary>Always "success".</summary>
    [JsonPropertyName("message")]
    public string Message { get; } = "success";

    internal static TagsAnswer Of(string given, SongPortrait portrait)
    {
        var known = portrait.Tags.Where(tag => !given.Contains(tag, StringComparison.OrdinalIgnoreCase));
        return new TagsAnswer { Data = new TagsData(string.Join(", ", [given.Trim(' ', ','), .. known])) };
    }
}
