using Troubadour.Engine;
using Troubadour.Music;
using Troubadour.Server.Http;

namespace Troubadour.Server.Families.Sonic;

/// <summary>Translates what was asked into the engine's terms.</summary>
internal static class Briefs
{
    // An instrumental has no words that say how long it is.
    private const int UsualInstrumental = 120;

    /// <summary>A new song's brief, our own fields included.</summary>
    public static SongBrief New(Ask ask, PersonaVoice? persona, string lyrics)
    {
        var brief = Common(ask) with
        {
            IsVocal = lyrics.Length > 0,
            Lyrics = lyrics,
            Gender = persona?.Gender ?? ask.Gender,
            Timbre = persona?.Timbre,
            Seconds = ask.Seconds,
            MostSeconds = ask.Model.Seconds,
        };
        if (persona is not null && string.IsNullOrWhiteSpace(brief.Description))
        {
            brief = brief with { Description = persona.Tags, Styles = brief.Styles.SetItem(persona.Style, 1) };
        }

        brief = ExactControl.Apply(ask.Body, brief);
        return brief is { IsVocal: false, Seconds: null, Segments.IsEmpty: true }
            ? brief with
            {
                Seconds = UsualInstrumental,
            }
            : brief;
    }

    /// <summary>What an edit asks of what is new.</summary>
    /// <param name="ask">The request.</param>
    /// <param name="lyrics">The words; empty keeps the source's or asks for none.</param>
    /// <param name="source">The song it works on.</param>
    public static SongBrief Edit(Ask ask, string lyrics, Song source)
    {
        var sings = ask.Kind == OrderKind.Extend ? lyrics.Length > 0 : !source.Vocals.IsEmpty || lyrics.Length > 0;
        return Common(ask) with
        {
            IsVocal = sings,
            Lyrics = lyrics,
            Gender = ask.Gender,
            Seconds = ask.Seconds,
            Seed = ExactControl.Seed(ask.Body),
        };
    }

    private static SongBrief Common(Ask ask) =>
        new()
        {
            Description = ask.Description is null ? ask.Tags : $"{ask.Description}, {ask.Tags}".Trim(' ', ','),
            Exclude = ask.NegativeTags ?? "",
            StyleStrength = ask.StyleWeight,
            Weirdness = ask.Weirdness ?? ask.Model.Weirdness,
            Detail = ask.Model.Detail,
        };
}
