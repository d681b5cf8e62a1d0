using System.Globalization;
using System.Text.Json.Nodes;

namespace Troubadour.Server.Tests.Families.Studio;

/// <summary>A studio task from its creation to its end, as polls tell it.</summary>
[Collection(SharedServerTests.Name)]
public sealed class LifeCycleTests(SharedServer shared)
{
    [Fact]
    public async Task A_task_is_queued_with_two_songs_then_in_progress_then_done()
    {
        await using var server = await TestServer.StartAsync(["--Troubadour:Workers=1"]);
        var api = await server.ClientAsync(60);
        await api.StartStudioAsync(StudioCalls.With(("lyrics", "hum (work 700)")));
        var id = await api.StartStudioAsync(StudioCalls.With(("lyrics", "hum (work 700)"), ("title", "Mine")));
        Assert.Equal((30, 0), await api.CreditsAsync());

        var first = await api.PollStudioAsync(id);
        PollShape.Holds(first);
        Assert.Equal(PollShape.PollKeys, PollShape.Keys(first));
        var task = first["data"]!;
        Assert.Equal(
            (id, "QUEUED", "0%"),
            ((string)task["task_id"]!, StudioCalls.Status(first), PollShape.Progress(first))
        );
        Assert.Equal(
            ("", "studio-generate", ""),
            (
                StudioCalls.Text(task, "notify_hook"),
                StudioCalls.Text(task, "action"),
                StudioCalls.Text(task, "fail_reason")
            )
        );
        Assert.Equal((0, 0), ((long)task["start_time"]!, (long)task["finish_time"]!));
        Assert.Equal(2, StudioCalls.Songs(first).Count);
        Assert.All(StudioCalls.Songs(first), song => IsUnmade(song!));
        Assert.All(StudioCalls.Songs(first), song => Assert.Equal("Mine", StudioCalls.Text(song, "title")));

        var seen = new HashSet<string>();
        var early = false;
        await api.StudioUntilAsync(
            id,
            poll =>
            {
                PollShape.Holds(poll);
                var songs = StudioCalls.Songs(poll);
                seen.Add(StudioCalls.Status(poll));
                early |=
                    StudioCalls.Text(songs[0], "song_path") != ""
                    && (bool)songs[0]!["finished"]!
                    && StudioCalls.Text(songs[1], "song_path") == "";
                return StudioCalls.Status(poll) == "SUCCESS";
            }
        );
        Assert.Contains("IN_PROGRESS", seen);
        Assert.True(early);
        Assert.Equal((30, 0), await api.CreditsAsync());
    }

    [Fact]
    public async Task A_finished_song_has_every_field_and_can_be_heard_at_an_address_without_extension()
    {
        var api = await shared.Server.ClientAsync();
        var end = await api.EndOfStudioAsync(await api.StartStudioAsync(StudioCalls.With(("title", "Mine"))));
        PollShape.Holds(end);
        Assert.Equal(PollShape.PollKeys, PollShape.Keys(end));
        Assert.Equal(("SUCCESS", "100%"), (StudioCalls.Status(end), PollShape.Progress(end)));
        var times = (string[])["submit_time", "start_time", "finish_time"];
        var moments = times.Select(time => (long)end["data"]![time]!).ToList();
        Assert.Equal(moments.Order(), moments);
        Assert.InRange(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - moments[0], 0, 300);
        Assert.Equal(2, StudioCalls.Songs(end).Select(song => StudioCalls.Text(song, "id")).Distinct().Count());
        foreach (var song in StudioCalls.Songs(end))
        {
            Assert.Equal(["rock", "pop soul", "electronic"], song!["tags"]!.AsArray().Select(tag => (string)tag!));
            Assert.Equal(
                ("Mine", "Troubadour", "[Verse]\nla la"),
                (StudioCalls.Text(song, "title"), StudioCalls.Text(song, "artist"), StudioCalls.Text(song, "lyrics"))
            );
            Assert.Equal(
                ("rock, pop soul, electronic, ", 32),
                (StudioCalls.Text(song, "prompt"), (double)song["duration"]!)
            );
            Assert.Equal(
                (true, false, 0, 0),
                ((bool)song["finished"]!, (bool)song["liked"]!, (int)song["likes"]!, (int)song["plays"]!)
            );
            Assert.Null(song["video_path"]);
            Assert.Null(song["error_type"]);
            Assert.Null(song["error_detail"]);
            DateTimeOffset.ParseExact(
                StudioCalls.Text(song, "created_at"),
                "yyyy-MM-dd'T'HH:mm:ss.fff'Z'",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal
            );
            Assert.EndsWith(
                $"/storage/v1/object/public/songs/song-{StudioCalls.Text(song, "id")}",
                StudioCalls.Text(song, "song_path"),
                StringComparison.Ordinal
            );
            await shared.Server.DownloadsAsync(StudioCalls.Text(song, "song_path"), "audio/mpeg");
            await shared.Server.DownloadsAsync(StudioCalls.Text(song, "image_path"), "image/jpeg");
        }
    }

    [Fact]
    public async Task A_description_is_told_back_beside_the_words_title_and_tags_that_it_led_to()
    {
        var api = await shared.Server.ClientAsync();
        var songs = await api.SongsAsync(
            StudioCalls.With(("lyrics_type", "generate"), ("prompt", "a song, about rain"), ("lyrics", null))
        );
        foreach (var song in songs)
        {
            Assert.Contains("Line 1 of a song, about rain", StudioCalls.Text(song, "lyrics"), StringComparison.Ordinal);
            Assert.Equal(
                ("Title 1", "a song, about rain"),
                (StudioCalls.Text(song, "title"), StudioCalls.Text(song, "prompt"))
            );
            Assert.Equal(["pop", "happy", "piano"], song!["tags"]!.AsArray().Select(tag => (string)tag!));
        }
    }

    [Fact]
    public async Task An_instrumental_has_a_marker_for_lyrics()
    {
        var api = await shared.Server.ClientAsync();
        Assert.All(
            await api.SongsAsync(StudioCalls.With(("lyrics_type", "instrumental"), ("lyrics", null))),
            song => Assert.Equal("[Instrumental]", StudioCalls.Text(song, "lyrics"))
        );
    }

    private static void IsUnmade(JsonNode song)
    {
        Assert.True(Guid.TryParse(StudioCalls.Text(song, "id"), out _));
        Assert.Equal(
            ("", "", ""),
            (
                StudioCalls.Text(song, "song_path"),
                StudioCalls.Text(song, "image_path"),
                StudioCalls.Text(song, "lyrics")
            )
        );
        Assert.Equal((false, 0), ((bool)song["finished"]!, (double)song["duration"]!));
    }
}
