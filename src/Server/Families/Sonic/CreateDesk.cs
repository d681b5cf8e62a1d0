using System.Collections.Immutable;
using Troubadour.Bookkeeping;
using Troubadour.Engine;
using Troubadour.Music;
using Troubadour.Server.Http;
using Troubadour.Server.Moderating;
using Troubadour.Server.Working;
using Troubadour.Writing;

namespace Troubadour.Server.Families.Sonic;

/// <summary>Turns create bodies into tasks.</summary>
internal sealed class CreateDesk(
    EngineDoor engine,
    Sources sources,
    ClipBook clips,
    ILyricsWriter writer,
    Moderator moderator,
    Prices prices
)
{
    public const string Family = "sonic";

    private const int MostOwnTags = 6;

    /// <summary>The task that a body asks for.</summary>
    /// <exception cref="ApiException">The body is refused.</exception>
    public async Task<NewTask> PlanAsync(Caller caller, Fields body, CancellationToken cancellation)
    {
        var ask = Requests.Read(body);
        Moderate(ask);
        return ask.Kind == OrderKind.Compose
            ? await SongsAsync(caller, ask, cancellation)
            : await EditAsync(caller, ask, cancellation);
    }

    private async Task<NewTask> SongsAsync(Caller caller, Ask ask, CancellationToken cancellation)
    {
        var persona = ask.PersonaId is null ? null : await PersonaAsync(caller, ask.PersonaId, cancellation);
        var (lyrics, title) = await WordsAsync(ask, cancellation);
        var first = Prepare(SongOrder.Compose(Briefs.New(ask, persona, lyrics) with { Title = title }), null);
        // The second clip has the same singer and asks the same of the music; all else is drawn anew.
        var second = Prepare(SongOrder.Compose(first with { Seed = unchecked(first.Seed + 1) }), null);
        ImmutableArray<SongOrder> orders = [SongOrder.Compose(first), SongOrder.Compose(second)];
        var told = ask.Tags.Length > 0 ? ask.Tags : persona?.Tags ?? OwnTags(first);
        return Task(caller, ask, new TaskPlan(orders), (title, told, ask.ModelName, lyrics));
    }

    private async Task<NewTask> EditAsync(Caller caller, Ask ask, CancellationToken cancellation)
    {
        if (ask.OnUpload)
        {
            throw await UploadAsync(caller, ask, cancellation);
        }

        var (clip, song) = await sources.ReadAsync(caller, ask.ClipId!, cancellation);
        var (lyrics, title) = await WordsAsync(ask, cancellation);
        title = title.Length > 0 ? title : clip.Title;
        var order = new SongOrder(ask.Kind, Briefs.Edit(ask, lyrics, song) with { Title = title })
        {
            FromSeconds = ask.ContinueAt,
            Nearness = ask.AudioWeight ?? 0.5,
        };
        var orders = ImmutableArray.CreateBuilder<SongOrder>();
        for (var i = 0; i < (ask.Kind == OrderKind.Join ? 1 : 2); i++)
        {
            var one = order with { Brief = order.Brief with { Seed = unchecked(order.Brief.Seed + i) } };
            Prepare(one, song);
            orders.Add(one);
        }

        var plan = new TaskPlan(orders.ToImmutable()) { SourceId = clip.Id };
        var tags = ask.Tags.Length > 0 ? ask.Tags : clip.Tags;
        var model = ask.ModelName.Length > 0 ? ask.ModelName : clip.Model;
        // An edit without words of its own sings its source's.
        var words = lyrics.Length > 0 ? lyrics : Echo.Read(clip.Asked).Lyrics;
        return Task(caller, ask, plan, (title, tags, model, words));
    }

    private NewTask Task(
        Caller caller,
        Ask ask,
        TaskPlan plan,
        (string Title, string Tags, string Model, string? Lyrics) told
    ) =>
        new(caller, Family, ask.TaskType, plan.ToJson(), prices.Create(ask.TaskType))
        {
            Clips =
            [
                .. plan.Orders.Select(order => new NewClip
                {
                    SourceId = plan.SourceId,
                    Model = told.Model,
                    Title = told.Title,
                    Tags = told.Tags,
                    Genre = order.Brief.Genres.FirstOrDefault() ?? "",
                    Mood = order.Brief.Moods.FirstOrDefault() ?? "",
                    Asked = Echo.Of(ask, told.Lyrics).ToJson(),
                }),
            ],
        };

    /// <summary>The words to sing and a title: those given, or written for what they are to be about.</summary>
    private async Task<(string Lyrics, string Title)> WordsAsync(Ask ask, CancellationToken cancellation)
    {
        if (ask.About is not { } about || ask.Kind is OrderKind.Cover or OrderKind.AddBacking)
        {
            var given = ask.IsInstrumental || !ask.IsCustom ? "" : ask.Prompt;
            return (given.Trim(), ask.Title);
        }

        var style = $"{about}, {ask.Tags}";
        if (!ask.WritesLyrics && !engine.Portray(new SongBrief { Description = style }).IsVocal)
        {
            return ("", ask.Title);
        }

        var wish = new LyricsWish(about, ExactControl.Seed(ask.Body)) { Style = ask.Tags, Seconds = ask.Seconds };
        var written = (await writer.WriteAsync(wish, 1, cancellation))[0];
        return (written.Lyrics, ask.Title.Length > 0 ? ask.Title : written.Title);
    }

    private string OwnTags(SongBrief brief) => string.Join(", ", engine.Portray(brief).Tags.Take(MostOwnTags));

    private async Task<PersonaVoice> PersonaAsync(Caller caller, string id, CancellationToken cancellation)
    {
        var persona =
            await clips.FindPersonaAsync(caller.AccountId, id, cancellation) ?? throw Errors.PersonaNotFound();
        return PersonaVoice.Read(persona.Voice);
    }

    private async Task<ApiException> UploadAsync(Caller caller, Ask ask, CancellationToken cancellation)
    {
        var clip = await sources.FindAsync(caller, ask.ClipId!, cancellation);
        return clip.Kind == ClipKind.Upload
            ? Errors.NotAnalysed()
            : ApiException.BadRequest(
                $"{ask.TaskType} is for uploads; for this clip use {ask.TaskType.Replace("_upload", "", StringComparison.Ordinal)}."
            );
    }

    private void Moderate(Ask ask)
    {
        moderator.CheckDescription($"{ask.Description}\n{ask.Tags}\n{(ask.WritesLyrics ? ask.Prompt : "")}");
        moderator.CheckLyrics(ask.WritesLyrics || ask.IsInstrumental ? "" : ask.Prompt);
        moderator.CheckLyrics(ask.Title);
    }

    private SongBrief Prepare(SongOrder order, Song? source)
    {
        try
        {
            return engine.Prepare(order, source);
        }
        catch (SongRefusedException e)
        {
            throw Errors.Refused(e);
        }
    }
}
