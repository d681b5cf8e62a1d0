using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Troubadour.Music;
using Troubadour.Server.Http;
using Troubadour.Server.Tests.Outgoing;

namespace Troubadour.Server.Tests.Uploads;

/// <summary>Files and hosts that mean harm get a sentence, and nothing else.</summary>
public sealed class HostileUploadTests
{
    private const string NotAudio = "the file is not audio that can be read";

    public static TheoryData<string, byte[]> NoSound =>
        new()
        {
            { "nothing", [] },
            { "a byte", [0xFF] },
            { "a page", "<!DOCTYPE html><html><body>404</body></html>"u8.ToArray() },
            { "text", Encoding.ASCII.GetBytes(new string('a', 5_000)) },
            {
                "a playlist",
                "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n"u8.ToArray()
            },
            {
                "a playlist behind a tag",
                [.. "ID3\u0004\0\0\0\0\0\0"u8, .. "#EXTM3U\n#EXTINF:10,\nfile:///etc/passwd\n"u8]
            },
            { "a list of files", "ffconcat version 1.0\nfile /etc/passwd\n"u8.ToArray() },
            { "an archive", Zip() },
            { "zeros", new byte[100_000] },
            { "a WAV head alone", [.. "RIFF\u0024\0\0\0WAVEfmt "u8, .. new byte[16]] },
            { "a FLAC head alone", [.. "fLaC"u8, .. new byte[64]] },
            { "a tag without end", [.. "ID3\u0004\0\0\u007f\u007f\u007f\u007f"u8, .. new byte[64]] },
        };

    [Theory]
    [MemberData(nameof(NoSound))]
    public async Task What_is_no_sound_is_refused(string what, byte[] file)
    {
        using var room = new UploadRoom();
        var refusal = await room.RefusalAsync(file);
        Assert.True(
            refusal.StartsWith(NotAudio, StringComparison.Ordinal)
                || refusal is "the file is empty." or "the file is damaged: too little of it can be read as audio.",
            $"{what}: {refusal}"
        );
    }

    [Fact]
    public async Task A_video_without_sound_is_refused()
    {
        using var room = new UploadRoom();
        var file = Sounds.Make("clip.mp4", "-f", "lavfi", "-i", "color=size=64x64:duration=7", "-c:v", "mpeg4");
        Assert.StartsWith(NotAudio, await room.RefusalAsync(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nine_hours_of_silence_in_a_small_file_are_not_decoded_to_their_end()
    {
        using var room = new UploadRoom();
        var file = Sounds.Make("silence.flac", "-f", "lavfi", "-i", "anullsrc=r=8000:cl=mono", "-t", "32400");
        Assert.Contains("more than 480 seconds", await room.RefusalAsync(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_takes_too_long_to_decode_is_given_up()
    {
        var clock = new FakeTimeProvider();
        using var room = new UploadRoom(decoding: clock);
        var refusal = room.RefusalAsync(Sounds.Tone("tone.opus", 479));
        while (!refusal.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(1);
        }

        Assert.Equal("the file takes too long to read as audio.", await refusal);
    }

    [Fact]
    public async Task On_a_full_disk_nothing_is_fetched()
    {
        using var room = new UploadRoom(minFreeMb: int.MaxValue);
        await using var host = RawHost.Of("");
        var refusal = await Assert.ThrowsAsync<ApiException>(() => room.Desk.FetchAsync(host.Root));
        Assert.Equal(503, refusal.Status);
        Assert.Empty(host.Requests);
    }

    [Fact]
    public async Task A_file_cut_short_is_told()
    {
        using var room = new UploadRoom();
        var file = Sounds.Tone("tone.mp3", 20);
        Assert.Contains(
            "seconds; 6 to 480",
            await room.RefusalAsync(file[..(file.Length / 5)]),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "the file is cut short: it has 10",
            await room.RefusalAsync(file[..(file.Length / 2)]),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("mp3")]
    [InlineData("wav")]
    [InlineData("flac")]
    [InlineData("opus")]
    [InlineData("m4a")]
    [InlineData("aiff")]
    [InlineData("webm")]
    public async Task Spoilt_files_are_read_or_refused_but_never_break_the_server(string format)
    {
        using var room = new UploadRoom();
        var good = Sounds.Tone($"tone.{format}", 8);
        for (var i = 0; i < 6; i++)
        {
            var file = Spoil(good, new RandomStream(i, format), 1 << (2 * i));
            await using var host = RawHost.Of(file);
            try
            {
                using var upload = await room.Desk.FetchAsync(host.Root);
                Assert.InRange(upload.Seconds, 6, 480);
            }
            catch (ApiException e)
            {
                Assert.Equal(400, e.Status);
            }
        }

        Assert.Empty(room.Leftovers);
    }

    [Fact]
    public async Task An_endless_answer_is_cut_at_the_largest_size()
    {
        using var room = new UploadRoom(uploads => uploads.MaxMb = 1);
        var sent = 0L;
        await using var host = new RawHost(
            async (_, stream, stop) =>
            {
                await RawHost.WriteAsync(stream, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nID3", stop);
                for (var block = new byte[65_536]; ; Interlocked.Add(ref sent, block.Length))
                {
                    await stream.WriteAsync(block, stop);
                }
            }
        );
        Assert.Equal("the file is larger than 1 MB.", await room.RefusalAsync(host.Root));
        // The system's buffers on both sides may hold some more.
        Assert.InRange(Interlocked.Read(ref sent), 0, 32 << 20);
    }

    [Fact]
    public async Task A_length_that_is_too_large_is_refused_before_the_first_byte()
    {
        using var room = new UploadRoom(uploads => uploads.MaxMb = 1);
        await using var host = new RawHost(
            async (_, stream, stop) =>
            {
                await RawHost.WriteAsync(stream, "HTTP/1.1 200 OK\r\nContent-Length: 1048577\r\n\r\n", stop);
                await Task.Delay(Timeout.Infinite, stop);
            }
        );
        Assert.Equal("the file is larger than 1 MB.", await room.RefusalAsync(host.Root));
    }

    [Fact]
    public async Task A_host_that_drips_is_given_up()
    {
        using var room = new UploadRoom(uploads => uploads.FetchSeconds = 1);
        await using var host = new RawHost(
            async (_, stream, stop) =>
            {
                await RawHost.WriteAsync(stream, "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n", stop);
                while (true)
                {
                    await RawHost.WriteAsync(stream, "x", stop);
                    await Task.Delay(50, stop);
                }
            }
        );
        Assert.Equal(
            "the file could not be fetched: it took longer than 1 seconds.",
            await room.RefusalAsync(host.Root)
        );
    }

    [Theory]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", "the host answered 404")]
    [InlineData("HTTP/1.1 206 Partial Content\r\nContent-Length: 0\r\n\r\n", "the host answered 206")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nID3", "the answer broke off")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "")]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n", "")]
    [InlineData("", "the answer broke off")]
    [InlineData(
        "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.2/\r\n\r\n",
        "it redirects to an address that is not allowed"
    )]
    [InlineData(
        "HTTP/1.1 301 Moved\r\nLocation: http://localhost:1/\r\n\r\n",
        "it redirects to an address that is not allowed"
    )]
    [InlineData(
        "HTTP/1.1 307 Again\r\nLocation: file:///etc/passwd\r\n\r\n",
        "it redirects to an address that is not allowed"
    )]
    [InlineData(
        "HTTP/1.1 308 Again\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n",
        "there are more than 5 redirects"
    )]
    public async Task A_host_that_does_not_deliver_is_told_in_words(string answer, string reason)
    {
        using var room = new UploadRoom();
        await using var host = RawHost.Of(answer);
        var refusal = await room.RefusalAsync(host.Root);
        Assert.StartsWith($"the file could not be fetched: {reason}", refusal, StringComparison.Ordinal);
        Assert.InRange(host.Requests.Count, 1, 6);
    }

    [Fact]
    public async Task A_host_that_is_not_there_is_told_in_words()
    {
        using var room = new UploadRoom();
        string gone;
        await using (var host = RawHost.Of(""))
        {
            gone = host.Root;
        }

        Assert.Equal("the file could not be fetched: the connection was refused.", await room.RefusalAsync(gone));
    }

    [Fact]
    public async Task Private_hosts_are_refused_unless_the_operator_allows_them()
    {
        using var room = new UploadRoom(allowLocal: false);
        await using var host = RawHost.Of(Sounds.Tone("tone.mp3", 7));
        Assert.StartsWith("url must", await room.RefusalAsync(host.Root), StringComparison.Ordinal);
        Assert.Equal("url must name a public host.", await room.RefusalAsync("http://127.0.0.1/"));
        Assert.StartsWith("url must", await room.RefusalAsync("file:///etc/passwd"), StringComparison.Ordinal);
        Assert.Empty(host.Requests);
    }

    private static byte[] Spoil(byte[] good, RandomStream random, int flips)
    {
        var file = good.ToArray();
        for (var i = 0; i < flips; i++)
        {
            // Half of the flips hit the first part, where the structure lies.
            var reach = i % 2 == 0 ? Math.Min(512, file.Length) : file.Length;
            file[random.NextInt(reach)] ^= (byte)(1 << random.NextInt(8));
        }

        return file;
    }

    private static byte[] Zip()
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create))
        {
            using var entry = zip.CreateEntry("song.mp3").Open();
            entry.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{1:D1000}")));
        }

        return memory.ToArray();
    }
}
