using Troubadour.Bookkeeping;
using Troubadour.Engine;
using Troubadour.Music;
using Troubadour.Server.Http;
using Troubadour.Server.Making;

namespace Troubadour.Server.Families.Riffusion;

/// <summary>Turns create bodies into tasks.</summary>
internal sealed class CreateDesk(SongDesk desk, Prices prices)
{
    public const string Family = "riffusion";

    /// <summary>The task that a body asks for.</summary>
    /// <exception cref="ApiException">The body is refused.</exception>
    public Task<NewTask> PlanAsync(Caller caller, Fields body, CancellationToken cancellation) =>
        desk.PlanAsync(caller, Wished(Requests.Read(body)), cancellation);

    private Wish Wished(Ask ask)
    {
        var writes = !ask.IsCustom && !ask.IsInstrumental && ask.Kind is OrderKind.Compose or OrderKind.Extend;
        return new Wish
        {
            Family = Family,
            Action = ask.TaskType,
            Cost = prices.Create,
            Body = ask.Body,
            Kind = ask.Kind,
            Seed = ExactControl.Seed(ask.Body),
            Brief = Brief(ask),
            Lyrics = ask.IsInstrumental || !ask.IsCustom ? "" : ask.Lyrics,
            About = writes ? ask.Prompt : null,
            Title = ask.Title,
            Tags = ask.Sound,
            Model = ask.Model.Name,
            SourceId = ask.ClipId,
            OnUpload = ask.OnUpload,
            UploadAction = TaskTypes.OfUpload(ask.Kind),
            FromSeconds = ask.From,
            ToSeconds = ask.To,
            Nearness = ask.CoverStrength ?? 0.5,
            // The family joins nothing by itself: an extension is the whole song.
            IsWhole = ask.Kind == OrderKind.Extend,
        };
    }

    private static SongBrief Brief(Ask ask)
    {
        var brief = new SongBrief
        {
            Description = $"{ask.Prompt}, {ask.Sound}".Trim(' ', ','),
            StyleStrength = ask.SoundStrength,
            LyricsStrength = ask.LyricsStrength,
            Weirdness = ask.Weirdness,
            Detail = ask.Model.Detail,
        };
        return ask.Kind == OrderKind.Compose ? brief with { MostSeconds = ask.Model.Seconds } : brief;
    }
}
