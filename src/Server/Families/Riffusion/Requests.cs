using Troubadour.Engine;
using Troubadour.Server.Http;

namespace Troubadour.Server.Families.Riffusion;

/// <summary>Reads create bodies (contract 4.1 and 10) and refuses what the contract does not allow.</summary>
internal static class Requests
{
    public const int LongestLyrics = 5000;
    public const int LongestPrompt = 3000;
    public const int LongestSound = 1000;
    public const int LongestTitle = 80;
    public const double LeastSoundStrength = 0.2;
    private const int LongestId = 128;
    private const double LongestSeconds = 3600;

    // The spellings of a replaced section's range, the newest first.
    private static readonly string[] Starts = ["starts_at", "starts", "infill_start_s"];
    private static readonly string[] Ends = ["ends_at", "ends", "infill_end_s"];

    /// <summary>The body's fields by their rules.</summary>
    public static Ask Read(Fields body)
    {
        var type = body.OneOf("task_type", TaskTypes.Names) ?? TaskTypes.Create;
        var ask = new Ask
        {
            Body = body,
            TaskType = type,
            IsCustom = body.Flag("custom_mode") ?? throw ApiException.BadRequest("custom_mode is required."),
            Model = Models.Read(body),
            IsInstrumental = body.Flag("make_instrumental") ?? false,
            Lyrics = body.BoundText("lyrics", LongestLyrics) ?? "",
            Prompt = body.BoundText("prompt", LongestPrompt)?.Trim() ?? "",
            Sound = body.BoundText("sound", LongestSound)?.Trim() ?? "",
            Title = body.BoundText("title", LongestTitle)?.Trim() ?? "",
            CoverStrength = body.Number("cover_strength", 0, 1),
            LyricsStrength = body.Number("lyrics_strength", 0, 1),
            SoundStrength = body.Number("sound_strength", LeastSoundStrength, 1),
            Weirdness = body.Number("weirdness", 0, 1),
        };
        return Needs(Sourced(ask));
    }

    private static Ask Sourced(Ask ask)
    {
        if (ask.Kind == OrderKind.Compose)
        {
            return ask;
        }

        var sourced = ask with { ClipId = ask.Body.RequiredText("continue_clip_id", LongestId) };
        return ask.Kind switch
        {
            OrderKind.Extend => sourced with
            {
                From =
                    ask.Body.Number("continue_at", 0, LongestSeconds)
                    ?? throw ApiException.BadRequest("continue_at is required: the second of the clip to go on from."),
            },
            OrderKind.Replace => Ranged(sourced),
            _ => sourced,
        };
    }

    private static Ask Ranged(Ask ask)
    {
        var from =
            Second(ask.Body, Starts)
            ?? throw ApiException.BadRequest("starts_at is required: the second at which the section starts.");
        var to = Second(ask.Body, Ends);
        return to <= from
            ? throw ApiException.BadRequest("ends_at must be greater than starts_at.")
            : ask with
            {
                From = from,
                To = to,
            };
    }

    private static double? Second(Fields body, string[] names) =>
        names.Select(name => body.Number(name, 0, LongestSeconds)).FirstOrDefault(second => second is not null);

    // New music needs words about it or words to sing; what an edit keeps of its source need not be said again.
    private static Ask Needs(Ask ask)
    {
        var isNew = ask.Kind is OrderKind.Compose or OrderKind.Extend;
        if (isNew && !ask.IsCustom && ask.Prompt.Length == 0)
        {
            throw ApiException.BadRequest("prompt is required when custom_mode is false.");
        }

        if (isNew && ask is { IsCustom: true, IsInstrumental: false } && string.IsNullOrWhiteSpace(ask.Lyrics))
        {
            throw ApiException.BadRequest("lyrics is required when custom_mode is true, unless make_instrumental is.");
        }

        return ask.Kind == OrderKind.SwapSound && ask.Sound.Length == 0 && ask.Prompt.Length == 0
            ? throw ApiException.BadRequest("sound is required: it describes the new backing.")
            : ask;
    }
}
