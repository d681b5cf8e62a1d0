using Troubadour.Bookkeeping;
using Troubadour.Engine;
using Troubadour.Server.Http;
using Troubadour.Server.Making;

namespace Troubadour.Server.Families.Studio;

/// <summary>Turns create bodies into tasks of two songs.</summary>
internal sealed class CreateDesk(SongDesk desk, Sources sources, Prices prices)
{
    public const string Family = "studio";
    private const string Generates = "studio-generate";
    private const string Extends = "studio-extend";

    /// <summary>The task that a body asks for.</summary>
    /// <exception cref="ApiException">The body is refused.</exception>
    public async Task<NewTask> PlanAsync(Caller caller, Fields body, CancellationToken cancellation)
    {
        var ask = Requests.Read(body);
        var wish = Wished(ask);
        if (ask.Continuation is { } continuation)
        {
            var clip = await sources.FindAsync(caller, continuation.ClipId, cancellation);
            wish = wish with
            {
                Action = Extends,
                Kind = OrderKind.Extend,
                IsWhole = true,
                SourceId = clip.Id,
                FromSeconds = continuation.SecondsIn(clip.Seconds ?? 0),
                // Words that are written have a title of their own, but the song is still the source's.
                Title = ask.Title.Length > 0 ? ask.Title : clip.Title,
            };
        }

        return await desk.PlanAsync(caller, wish, cancellation);
    }

    private Wish Wished(Ask ask) =>
        new()
        {
            Family = Family,
            Action = Generates,
            Cost = prices.Create,
            Body = ask.Body,
            Kind = OrderKind.Compose,
            Seed = ask.Seed ?? ExactControl.Draw(),
            Brief = Briefs.Of(ask),
            Lyrics = ask.Lyrics,
            About = ask.WritesLyrics ? ask.Prompt : null,
            MustSing = true,
            Title = ask.Title,
            // A description is a sentence, not tags; the brief's own are told instead.
            Tags = ask.WritesLyrics ? "" : ask.Prompt.Trim(' ', ','),
            Model = ask.Model,
            Echo = new Echo { Description = ask.Prompt, NegativeTags = ask.NegativePrompt },
        };
}
