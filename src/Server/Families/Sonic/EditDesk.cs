using Troubadour.Bookkeeping;
using Troubadour.Engine;
using Troubadour.Music;
using Troubadour.Server.Http;
using Troubadour.Server.Making;
using Troubadour.Server.Moderating;
using Troubadour.Server.Working;

namespace Troubadour.Server.Families.Sonic;

/// <summary>Turns bodies that name one clip into tasks: stems, an excerpt of the voice, a section anew.</summary>
internal sealed class EditDesk(SongDesk desk, Sources sources, Moderator moderator, Prices prices)
{
    public const int LongestId = 128;
    private const double LongestSeconds = 3600;
    private const double UsualExcerpt = 30;
    private const double LongestExcerpt = 60;

    /// <summary>Stems of a clip.</summary>
    public async Task<NewTask> StemsAsync(Caller caller, Fields body, StemSplit split, CancellationToken cancellation)
    {
        var (clip, song) = await sources.ReadAsync(caller, ClipId(body), cancellation);
        var order = new SongOrder(OrderKind.Stems, song.Brief with { Title = clip.Title }) { Split = split };
        var action = split == StemSplit.Basic ? "stems_basic" : "stems_full";
        return Task(caller, clip, song, [order], action, prices.Stems(split)) with
        {
            Clips =
            [
                .. StemNames
                    .Of(split)
                    .Select(stem =>
                        Told(clip) with
                        {
                            Asked = Asked(clip, song),
                            Kind = ClipKind.Stem,
                            Stem = stem,
                            Title = $"{clip.Title} - {Capital(stem)}".TrimStart(' ', '-'),
                        }
                    ),
            ],
        };
    }

    /// <summary>A clip with the bars between two moments written anew: two versions.</summary>
    public async Task<NewTask> ReplaceAsync(Caller caller, Fields body, CancellationToken cancellation)
    {
        var from =
            body.Number("infill_start_s", 0, LongestSeconds)
            ?? throw ApiException.BadRequest("infill_start_s is required.");
        var to = body.Number("infill_end_s", 0, LongestSeconds);
        if (to <= from)
        {
            throw ApiException.BadRequest("infill_end_s must be greater than infill_start_s.");
        }

        var (clip, song) = await sources.ReadAsync(caller, ClipId(body), cancellation);
        var model = Models.Find(clip.Model) ?? Models.All[^1];
        var words = body.BoundText("infill_lyrics", model.Prompt) ?? body.BoundText("prompt", model.Prompt) ?? "";
        var tags = body.BoundText("tags", model.Tags) ?? "";
        moderator.CheckLyrics(words);
        moderator.CheckDescription(tags);
        var wish = new Wish
        {
            Family = CreateDesk.Family,
            Action = "replace_section",
            Cost = prices.ReplaceSection,
            Body = body,
            Kind = OrderKind.Replace,
            Seed = ExactControl.Seed(body),
            Brief = new SongBrief { Description = tags, Detail = model.Detail },
            Lyrics = words.Trim(),
            Echo = Echo.Read(clip.Asked),
            FromSeconds = from,
            ToSeconds = to,
        };
        return desk.Edit(caller, wish, clip, song);
    }

    /// <summary>The lead voice of a clip, between two moments.</summary>
    public async Task<NewTask> VoiceAsync(Caller caller, Fields body, CancellationToken cancellation)
    {
        var (clip, song) = await sources.ReadAsync(caller, ClipId(body), cancellation);
        var length = clip.Seconds ?? 0;
        var from = body.Number("vocal_start_s", 0, length) ?? 0;
        var to = body.Number("vocal_end_s", 0, length) ?? Math.Min(length, from + UsualExcerpt);
        if (to - from is < 1 or > LongestExcerpt)
        {
            throw ApiException.BadRequest(
                $"vocal_start_s and vocal_end_s must be 1 to {LongestExcerpt} seconds apart, inside the clip's {length:F1} seconds."
            );
        }

        var order = new SongOrder(OrderKind.Voice, song.Brief with { Title = clip.Title })
        {
            FromSeconds = from,
            ToSeconds = to,
        };
        return Task(caller, clip, song, [order], "vox", prices.Vox) with
        {
            Clips = [Told(clip) with { Kind = ClipKind.Voice, Title = $"{clip.Title} - Voice".TrimStart(' ', '-') }],
        };
    }

    /// <summary>The clip that a body names; not its task.</summary>
    public static string ClipId(Fields body) => body.RequiredText("clip_id", LongestId);

    private NewTask Task(Caller caller, Clip clip, Song song, IReadOnlyList<SongOrder> orders, string action, long cost)
    {
        foreach (var order in orders)
        {
            desk.Prepare(order, song);
        }

        var plan = new TaskPlan([.. orders]) { SourceId = clip.Id, RecordingId = SourceSongs.RecordingOf(song) };
        return new NewTask(caller, CreateDesk.Family, action, plan.ToJson(), cost);
    }

    private static string Asked(Clip clip, Song song) =>
        SourceSongs.RecordingOf(song) is null
            ? clip.Asked
            : (Echo.Read(clip.Asked) with { IsEstimated = true }).ToJson();

    private static NewClip Told(Clip clip) =>
        new()
        {
            SourceId = clip.Id,
            Model = clip.Model,
            Title = clip.Title,
            Tags = clip.Tags,
            Asked = clip.Asked,
            Genre = clip.Genre,
            Mood = clip.Mood,
        };

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
