using System.Collections.Immutable;
using Troubadour.Lyrics;
using Troubadour.Music;
using Troubadour.Server.Http;

namespace Troubadour.Server.Families.Nuro;

/// <summary>Reads create bodies (contract 2.1 and 2.2) and refuses what the contract does not allow.</summary>
internal static class Requests
{
    private const int MostLyrics = 2000;
    private const int MostChineseLyrics = 700;
    private const int MostDescription = 200;
    private const int MostItems = 5;
    private const int LeastSeconds = 30;
    private const int MostSegmentedSeconds = 120;

    /// <summary>The brief that a body asks for, and what the family calls it.</summary>
    public static (string Action, SongBrief Brief) Read(Fields body)
    {
        var type = body.OneOf("type", Vocabulary.Types) ?? "vocal";
        if (type == "vocal")
        {
            return (type, Extensions.Apply(body, Vocal(body)));
        }

        var version = body.OneOf("version", Vocabulary.Versions) ?? "v1.0";
        var brief = version == "v1.0" ? BgmOne(body) : BgmTwo(body);
        return ($"bgm {version}", Extensions.Apply(body, brief));
    }

    private static SongBrief Vocal(Fields body) =>
        new()
        {
            IsVocal = true,
            Lyrics = Lyrics(body),
            Gender = Literals.Gender(body.OneOf("gender", Vocabulary.Genders)),
            Genres = One(body.OneOf("genre", Vocabulary.VocalGenres)),
            Moods = One(body.OneOf("mood", Vocabulary.VocalMoods)),
            Timbre = Literals.Timbre(body.OneOf("timbre", Vocabulary.Timbres)),
            Seconds = body.Whole("duration", LeastSeconds, 240),
        };

    private static string Lyrics(Fields body)
    {
        var lyrics = body.RequiredText("lyrics", MostLyrics);
        return Pronouncer.IsMostlyChinese(lyrics) ? body.RequiredText("lyrics", MostChineseLyrics) : lyrics;
    }

    private static SongBrief BgmOne(Fields body) =>
        new()
        {
            IsVocal = false,
            Description = body.RequiredText("description"),
            Genres = body.Texts("genre", MostItems, Vocabulary.BgmGenres),
            Moods = body.Texts("mood", MostItems, Vocabulary.BgmMoods),
            Instruments = body.Texts("instrument", MostItems, Vocabulary.Instruments),
            Themes = body.Texts("theme", MostItems, Vocabulary.Themes),
            Seconds = body.Whole("duration", 1, 60) ?? 60,
        };

    private static SongBrief BgmTwo(Fields body)
    {
        var description = body.RequiredText("description", MostDescription);
        var segments = Segments(body);
        // A short duration is stretched rather than refused: clients are known to send it.
        var seconds = Math.Max(LeastSeconds, body.Whole("duration", 1, MostSegmentedSeconds) ?? 60);
        return new SongBrief
        {
            IsVocal = false,
            Description = description,
            Segments = segments,
            Seconds = segments.IsEmpty ? seconds : segments.Sum(s => s.Seconds),
        };
    }

    private static ImmutableArray<SegmentBrief> Segments(Fields body)
    {
        var segments = body.Objects("segments", MostSegmentedSeconds / 5)
            .Select(item => new SegmentBrief(
                item.OneOf("name", Vocabulary.Segments) ?? item.RequiredText("name"),
                item.Whole("duration", 5, MostSegmentedSeconds)
                    ?? throw ApiException.BadRequest("Every item of segments needs a duration of 5 to 120 seconds.")
            ))
            .ToImmutableArray();
        var total = segments.Sum(s => s.Seconds);
        return segments.IsEmpty || total is >= LeastSeconds and <= MostSegmentedSeconds
            ? segments
            : throw ApiException.BadRequest(
                $"The segments last {total} seconds together; {LeastSeconds} to {MostSegmentedSeconds} are allowed."
            );
    }

    private static ImmutableArray<string> One(string? text) => text is null ? [] : [text];
}
