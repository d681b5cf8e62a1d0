using Troubadour.Music;
using Troubadour.Server.Http;

namespace Troubadour.Server.Families.Sonic;

/// <summary>Reads create bodies (contract 3.1) and refuses what the contract does not allow (contract 1.3.1).</summary>
internal static class Requests
{
    public const int LongestTitle = 80;
    private const int LongestDescription = 400;
    private const int LongestId = 128;
    private const int ShortestSeconds = 10;
    private static readonly string[] Genders = ["f", "m"];

    /// <summary>The body's fields by their rules.</summary>
    public static Ask Read(Fields body)
    {
        var type = body.OneOf("task_type", TaskTypes.Names) ?? TaskTypes.Create;
        if (type == TaskTypes.Concat)
        {
            return Concat(body);
        }

        // Remastering asks for nothing of what the mode decides.
        var isCustom =
            body.Flag("custom_mode")
            ?? (type == TaskTypes.Remaster ? true : throw ApiException.BadRequest("custom_mode is required."));
        var (name, model) = Models.Read(body);
        var ask = new Ask
        {
            Body = body,
            TaskType = type,
            ModelName = name,
            Model = model,
            IsCustom = isCustom,
            IsInstrumental = body.Flag("make_instrumental") ?? false,
            WritesLyrics = isCustom && (body.Flag("auto_lyrics") ?? false),
            Prompt = body.BoundText("prompt", model.Prompt) ?? "",
            Description = isCustom ? null : body.BoundText("gpt_description_prompt", LongestDescription),
            Title = body.BoundText("title", LongestTitle)?.Trim() ?? "",
            Tags = body.BoundText("tags", model.Tags)?.Trim() ?? "",
            NegativeTags = body.BoundText("negative_tags", model.Tags),
            StyleWeight = body.Number("style_weight", 0, 1),
            Weirdness = body.Number("weirdness_constraint", 0, 1),
            AudioWeight = body.Number("audio_weight", 0, 1),
            Gender = body.OneOf("vocal_gender", Genders) switch
            {
                "f" => Gender.Female,
                "m" => Gender.Male,
                _ => null,
            },
            Seconds = body.Whole("duration", ShortestSeconds, model.Seconds),
        };
        return Needs(Sourced(ask));
    }

    private static Ask Concat(Fields body)
    {
        var named = body.Has("mv");
        return new Ask
        {
            Body = body,
            TaskType = TaskTypes.Concat,
            ModelName = named ? Models.Read(body).Name : "",
            Model = named ? Models.Read(body).Model : Models.All[^1],
            IsCustom = true,
            ClipId = body.RequiredText("continue_clip_id", LongestId),
            Title = body.BoundText("title", LongestTitle)?.Trim() ?? "",
        };
    }

    private static Ask Sourced(Ask ask) =>
        ask.TaskType switch
        {
            TaskTypes.Create => ask,
            TaskTypes.Persona => ask with
            {
                PersonaId = ask.Body.BoundText("persona_id", LongestId) is { Length: > 0 } id
                    ? id
                    : throw ApiException.BadRequest("persona_id is required when task_type is persona_music."),
            },
            _ => ask with
            {
                ClipId = ask.Body.RequiredText("continue_clip_id", LongestId),
                ContinueAt = ask.Kind == Engine.OrderKind.Extend ? ContinueAt(ask.Body) : null,
                IsWhole = ask.Kind == Engine.OrderKind.Extend && (ask.Body.Flag("auto_concat") ?? false),
            },
        };

    private static double ContinueAt(Fields body) =>
        body.Number("continue_at", 0, 3600)
        ?? throw ApiException.BadRequest("continue_at is required: the second of the clip to go on from.");

    // Each mode needs the words it works by; what an edit keeps of its source need not be said again.
    private static Ask Needs(Ask ask)
    {
        var isNew = ask.TaskType is TaskTypes.Create or TaskTypes.Persona || ask.Kind == Engine.OrderKind.AddVocals;
        var sings = !ask.IsInstrumental || ask.Kind == Engine.OrderKind.AddVocals;
        if (ask.TaskType == TaskTypes.Remaster)
        {
            return ask;
        }

        if (!ask.IsCustom && string.IsNullOrWhiteSpace(ask.Description))
        {
            throw ApiException.BadRequest("gpt_description_prompt is required when custom_mode is false.");
        }

        return ask is { IsCustom: true } && isNew && sings && string.IsNullOrWhiteSpace(ask.Prompt)
            ? throw ApiException.BadRequest("prompt is required when custom_mode is true, unless make_instrumental is.")
            : ask;
    }
}
