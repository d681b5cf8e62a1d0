using Troubadour.Music;

namespace Troubadour.Server.Families.Sonic;

/// <summary>Translates what was asked of the music into the engine's terms.</summary>
internal static class Briefs
{
    /// <summary>A new song's brief.</summary>
    public static SongBrief New(Ask ask, PersonaVoice? persona)
    {
        var brief = Edit(ask) with
        {
            Gender = persona?.Gender ?? ask.Gender,
            Timbre = persona?.Timbre,
            Person = persona?.Person,
            MostSeconds = ask.Model.Seconds,
        };
        return persona is not null && string.IsNullOrWhiteSpace(brief.Description)
            ? brief with
            {
                Description = persona.Tags,
                Styles = brief.Styles.SetItem(persona.Style, 1),
            }
            : brief;
    }

    /// <summary>What an edit asks of what is new.</summary>
    public static SongBrief Edit(Ask ask) =>
        new()
        {
            Description = ask.Description is null ? ask.Tags : $"{ask.Description}, {ask.Tags}".Trim(' ', ','),
            Exclude = ask.NegativeTags ?? "",
            Gender = ask.Gender,
            Seconds = ask.Seconds,
            StyleStrength = ask.StyleWeight,
            Weirdness = ask.Weirdness ?? ask.Model.Weirdness,
            Detail = ask.Model.Detail,
        };
}
