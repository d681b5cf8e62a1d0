using System.Collections.Immutable;
using Troubadour.Bookkeeping;
using Troubadour.Engine;
using Troubadour.Music;
using Troubadour.Server.Http;
using Troubadour.Server.Moderating;
using Troubadour.Server.Working;
using Troubadour.Writing;

namespace Troubadour.Server.Making;

/// <summary>Turns wishes into tasks of two clips (a join has one), whatever family wishes.</summary>
internal sealed class SongDesk(EngineDoor engine, Sources sources, ILyricsWriter writer, Moderator moderator)
{
    private const int MostOwnTags = 6;

    // An instrumental has no words that say how long it is.
    private const int UsualInstrumental = 120;

    /// <summary>The task that a wish asks for.</summary>
    /// <exception cref="ApiException">The wish is refused.</exception>
    public async Task<NewTask> PlanAsync(Caller caller, Wish wish, CancellationToken cancellation)
    {
        Moderate(wish);
        if (wish.Kind == OrderKind.Compose)
        {
            return await SongsAsync(caller, wish, cancellation);
        }

        var (clip, song) = await sources.ReadAsync(caller, wish.SourceId, cancellation);
        CheckKind(wish, clip);
        var (lyrics, title) = await WordsAsync(wish, cancellation);
        return Edit(caller, wish with { Lyrics = lyrics, Title = title }, clip, song);
    }

    /// <summary>The task of an edit of a clip that is known already; its words are those of the wish.</summary>
    /// <exception cref="ApiException">The edit is refused.</exception>
    public NewTask Edit(Caller caller, Wish wish, Clip clip, Song song)
    {
        var title = wish.Title.Length > 0 ? wish.Title : clip.Title;
        var sings = wish.Lyrics.Length > 0 || (wish.Kind != OrderKind.Extend && !song.Vocals.IsEmpty);
        var brief = wish.Brief with { IsVocal = sings, Lyrics = wish.Lyrics, Title = title, Seed = wish.Seed };
        var order = new SongOrder(wish.Kind, brief)
        {
            FromSeconds = wish.FromSeconds,
            ToSeconds = wish.ToSeconds,
            Nearness = wish.Nearness,
            IsWhole = wish.IsWhole,
        };
        var orders = ImmutableArray.CreateBuilder<SongOrder>();
        for (var i = 0; i < (wish.Kind == OrderKind.Join ? 1 : 2); i++)
        {
            var one = order with { Brief = order.Brief with { Seed = unchecked(order.Brief.Seed + i) } };
            Prepare(one, song);
            orders.Add(one);
        }

        var plan = new TaskPlan(orders.ToImmutable())
        {
            SourceId = clip.Id,
            RecordingId = SourceSongs.RecordingOf(song),
        };
        return Task(
            caller,
            wish with
            {
                Title = title,
                Tags = wish.Tags.Length > 0 ? wish.Tags : clip.Tags,
                Model = wish.Model.Length > 0 ? wish.Model : clip.Model,
                // An edit without words of its own sings its source's.
                Lyrics = wish.Lyrics.Length > 0 ? wish.Lyrics : Echo.Read(clip.Asked).Lyrics ?? "",
            },
            plan
        );
    }

    /// <summary>The brief that an order leads to.</summary>
    /// <exception cref="ApiException">The order is refused.</exception>
    public SongBrief Prepare(SongOrder order, Song? source)
    {
        try
        {
            return engine.Prepare(order, source);
        }
        catch (SongRefusedException e)
        {
            throw Refusals.Refused(e);
        }
    }

    // The contract has types of their own for edits of uploads; those of which it has one kind only work on both.
    private static void CheckKind(Wish wish, Clip clip)
    {
        var isUpload = clip.Kind == ClipKind.Upload;
        if (wish.OnUpload && !isUpload)
        {
            throw ApiException.BadRequest(
                $"{wish.Action} is for uploads; for this clip use {wish.Action.Replace("_upload", "", StringComparison.Ordinal)}."
            );
        }

        if (isUpload && !wish.OnUpload && wish.UploadAction is { } action)
        {
            throw ApiException.BadRequest($"{wish.Action} is for clips that were made here; for uploads use {action}.");
        }
    }

    private async Task<NewTask> SongsAsync(Caller caller, Wish wish, CancellationToken cancellation)
    {
        var (lyrics, title) = await WordsAsync(wish, cancellation);
        var brief = ExactControl.Apply(wish.Body, wish.Brief with { IsVocal = lyrics.Length > 0, Lyrics = lyrics });
        if (brief is { IsVocal: false, Seconds: null, Segments.IsEmpty: true })
        {
            brief = brief with { Seconds = UsualInstrumental };
        }

        var first = Prepare(SongOrder.Compose(brief with { Title = title, Seed = wish.Seed }), null);
        // The second clip has the same singer and asks the same of the music; all else is drawn anew.
        var second = Prepare(SongOrder.Compose(first with { Seed = unchecked(first.Seed + 1) }), null);
        var tags = wish.Tags.Length > 0 ? wish.Tags : OwnTags(first);
        var plan = new TaskPlan([SongOrder.Compose(first), SongOrder.Compose(second)]);
        return Task(caller, wish with { Title = title, Tags = tags, Lyrics = lyrics }, plan);
    }

    private static NewTask Task(Caller caller, Wish wish, TaskPlan plan) =>
        new(caller, wish.Family, wish.Action, plan.ToJson(), wish.Cost)
        {
            Clips =
            [
                .. plan.Orders.Select(order => new NewClip
                {
                    SourceId = plan.SourceId,
                    Model = wish.Model,
                    Title = wish.Title,
                    Tags = wish.Tags,
                    Genre = order.Brief.Genres.FirstOrDefault() ?? "",
                    Mood = order.Brief.Moods.FirstOrDefault() ?? "",
                    Asked = (wish.Echo with { Lyrics = wish.Lyrics }).ToJson(),
                }),
            ],
        };

    /// <summary>The words to sing and a title: those given, or written for what they are to be about.</summary>
    private async Task<(string Lyrics, string Title)> WordsAsync(Wish wish, CancellationToken cancellation)
    {
        if (wish.About is not { } about)
        {
            return (wish.Lyrics.Trim(), wish.Title);
        }

        var style = $"{about}, {wish.Tags}";
        if (!wish.MustSing && !engine.Portray(new SongBrief { Description = style }).IsVocal)
        {
            return ("", wish.Title);
        }

        // Words that are sung in a part of the song only are as many as that part takes.
        var share = wish.Brief.WordsWithin is { } within ? within.To - within.From : 1;
        var asked = new LyricsWish(about, wish.Seed) { Style = wish.Tags, Seconds = wish.Brief.Seconds * share };
        var written = (await writer.WriteAsync(asked, 1, cancellation))[0];
        return (written.Lyrics, wish.Title.Length > 0 ? wish.Title : written.Title);
    }

    private string OwnTags(SongBrief brief) => string.Join(", ", engine.Portray(brief).Tags.Take(MostOwnTags));

    private void Moderate(Wish wish)
    {
        moderator.CheckDescription($"{wish.About}\n{wish.Brief.Description}");
        moderator.CheckLyrics(wish.Lyrics);
        moderator.CheckLyrics(wish.Title);
    }
}
