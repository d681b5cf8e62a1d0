using Troubadour.Bookkeeping;
using Troubadour.Engine;
using Troubadour.Server.Http;
using Troubadour.Server.Making;

namespace Troubadour.Server.Families.Sonic;

/// <summary>Turns create bodies into tasks.</summary>
internal sealed class CreateDesk(SongDesk desk, ClipBook clips, Prices prices)
{
    public const string Family = "sonic";

    /// <summary>The task that a body asks for.</summary>
    /// <exception cref="ApiException">The body is refused.</exception>
    public async Task<NewTask> PlanAsync(Caller caller, Fields body, CancellationToken cancellation)
    {
        var ask = Requests.Read(body);
        var persona = ask.PersonaId is null ? null : await PersonaAsync(caller, ask.PersonaId, cancellation);
        return await desk.PlanAsync(caller, Wished(ask, persona), cancellation);
    }

    private Wish Wished(Ask ask, PersonaVoice? persona) =>
        new()
        {
            Family = Family,
            Action = ask.TaskType,
            Cost = prices.Create(ask.TaskType),
            Body = ask.Body,
            Kind = ask.Kind,
            Seed = ExactControl.Seed(ask.Body),
            Brief = ask.Kind == OrderKind.Compose ? Briefs.New(ask, persona) : Briefs.Edit(ask),
            Lyrics = ask is { IsInstrumental: false, IsCustom: true, WritesLyrics: false } ? ask.Prompt : "",
            About = ask.Kind is OrderKind.Cover or OrderKind.AddBacking ? null : ask.About,
            MustSing = ask.WritesLyrics,
            Title = ask.Title,
            Tags = ask.Tags.Length > 0 ? ask.Tags : persona?.Tags ?? "",
            Model = ask.ModelName,
            Echo = new Echo
            {
                Description = ask.Description,
                NegativeTags = ask.NegativeTags,
                StyleWeight = ask.StyleWeight,
                Weirdness = ask.Weirdness,
            },
            SourceId = ask.ClipId ?? "",
            OnUpload = ask.OnUpload,
            UploadAction = TaskTypes.OfUpload(ask.Kind),
            FromSeconds = ask.ContinueAt,
            IsWhole = ask.IsWhole,
            Nearness = ask.AudioWeight ?? 0.5,
        };

    private async Task<PersonaVoice> PersonaAsync(Caller caller, string id, CancellationToken cancellation)
    {
        var persona =
            await clips.FindPersonaAsync(caller.AccountId, id, cancellation)
            ?? throw ApiException.BadRequest("persona not found.");
        return PersonaVoice.Read(persona.Voice);
    }
}
