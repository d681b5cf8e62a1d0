using Troubadour.Music;
using Troubadour.Server.Http;

namespace Troubadour.Server.Families.Studio;

/// <summary>Reads create bodies (contract 5.1 and 10); all but prompt and lyrics_type have usual values.</summary>
internal static class Requests
{
    public const int LongestPrompt = 1000;
    public const int LongestLyrics = 5000;
    public const int LongestTitle = 80;
    public const int LongestId = 128;

    public const double UsualPromptStrength = 0.5;
    public const double UsualClarityStrength = 0.25;
    public const double UsualLyricsStrength = 0.5;
    public const double UsualQuality = 0.75;
    public const double UsualPlacementEnd = 0.95;

    private const double LongestSource = 3600;

    /// <summary>The body's fields by their rules.</summary>
    /// <exception cref="ApiException">400: a field is missing or not allowed.</exception>
    public static Ask Read(Fields body)
    {
        var type =
            body.OneOf("lyrics_type", Vocabulary.LyricsTypes)
            ?? throw ApiException.BadRequest(
                $"lyrics_type is required. Allowed: {string.Join(", ", Vocabulary.LyricsTypes)}."
            );
        return new Ask
        {
            Body = body,
            Prompt = body.RequiredText("prompt", LongestPrompt),
            LyricsType = type,
            Lyrics = type == Vocabulary.User ? Lyrics(body) : "",
            Title = body.BoundText("title", LongestTitle)?.Trim() ?? "",
            Model = body.OneOf("model_type", Vocabulary.ModelNames) ?? Vocabulary.ModelNames[0],
            Seed = body.Long("seed") is >= 0 and var seed ? seed : null,
            IsLiteral = body.Flag("bypass_prompt_optimization") ?? false,
            Part = Stretch(body, "song_section", 1),
            WordsWithin = Stretch(body, "lyrics_placement", UsualPlacementEnd),
            PromptStrength = body.Number("prompt_strength", 0, 1) ?? UsualPromptStrength,
            ClarityStrength = body.Number("clarity_strength", 0, 1) ?? UsualClarityStrength,
            LyricsStrength = body.Number("lyrics_strength", 0, 1) ?? UsualLyricsStrength,
            Quality = body.Number("generation_quality", 0, 1) ?? UsualQuality,
            NegativePrompt = body.BoundText("negative_prompt", LongestPrompt)?.Trim() ?? "",
            Continuation = Config(body),
        };
    }

    private static string Lyrics(Fields body) =>
        body.BoundText("lyrics", LongestLyrics) is { } lyrics && !string.IsNullOrWhiteSpace(lyrics)
            ? lyrics
            : throw ApiException.BadRequest("lyrics is required and must not be empty when lyrics_type is user.");

    // All of the song is the same as no stretch.
    private static SongPart? Stretch(Fields body, string name, double usualEnd)
    {
        var start = body.Number($"{name}_start", 0, 1) ?? 0;
        var end = body.Number($"{name}_end", 0, 1) ?? usualEnd;
        return start >= end ? throw ApiException.BadRequest($"{name}_start must be less than {name}_end.")
            : start > 0 || end < 1 ? new SongPart(start, end)
            : null;
    }

    private static Continuation? Config(Fields body)
    {
        if (body.Object("config") is not { } config)
        {
            return null;
        }

        if ((config.OneOf("mode", Vocabulary.Modes) ?? Vocabulary.Regular) == Vocabulary.Regular)
        {
            return null;
        }

        var source =
            config.Object("source")
            ?? throw ApiException.BadRequest("config.source is required when config.mode is continuation.");
        source.OneOf("source_type", Vocabulary.SourceTypes);
        return new Continuation(source.RequiredText("song_id", LongestId), Crop(config) ?? Crop(source));
    }

    private static double? Crop(Fields fields) => fields.Number("crop_start_time", 0, LongestSource);
}
