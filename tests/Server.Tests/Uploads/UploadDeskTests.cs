using Troubadour.Server.Tests.Outgoing;

namespace Troubadour.Server.Tests.Uploads;

/// <summary>What callers upload comes out as a WAV and an MP3 of ours, whatever format it came in.</summary>
public sealed class UploadDeskTests
{
    [Theory]
    [InlineData("tone.mp3", "mp3")]
    [InlineData("tone.wav", "wav")]
    [InlineData("tone.flac", "flac")]
    [InlineData("tone.aiff", "aiff")]
    [InlineData("tone.m4a", "m4a")]
    [InlineData("tone.aac", "aac")]
    [InlineData("tone.opus", "ogg")]
    [InlineData("tone.webm", "webm")]
    [InlineData("tone.ogg", "ogg", "-c:a", "libvorbis")]
    [InlineData("tone.wav", "wav", "-rf64", "always")]
    [InlineData("tone.mp3", "mp3", "-id3v2_version", "0", "-write_xing", "0")]
    [InlineData("tone.wav", "wav", "-ar", "8000", "-c:a", "pcm_u8")]
    [InlineData("tone.flac", "flac", "-ar", "96000", "-ac", "6")]
    public async Task A_known_format_is_read(string name, string format, params string[] options)
    {
        using var room = new UploadRoom();
        await using var host = RawHost.Of(Sounds.Tone(name, 7.5, options));
        using (var upload = await room.Desk.FetchAsync(host.Root + "whatever"))
        {
            Assert.Equal(format, upload.Format);
            Assert.InRange(upload.Seconds, 7.4, 7.65);
            Assert.Equal(
                ["master.mp3", "master.wav"],
                Directory.GetFiles(upload.Folder).Select(Path.GetFileName).Order()
            );
            var (rate, channels, samples) = Wav(upload.Wav);
            Assert.Equal((44_100, 2), (rate, channels));
            Assert.Equal(upload.Seconds, samples / 44_100.0, 3);
            Assert.InRange(new FileInfo(upload.Mp3).Length, 7.4 * 24_000, 7.8 * 24_000);
        }

        Assert.Empty(room.Leftovers);
    }

    [Fact]
    public async Task A_picture_beside_the_sound_does_no_harm()
    {
        using var room = new UploadRoom();
        var file = Sounds.Make(
            "tone.mp3",
            "-f",
            "lavfi",
            "-i",
            "sine=duration=7",
            "-f",
            "lavfi",
            "-i",
            "color=size=64x64:duration=0.04",
            "-map",
            "0",
            "-map",
            "1",
            "-frames:v",
            "1",
            "-c:v",
            "png",
            "-disposition:v",
            "attached_pic"
        );
        await using var host = RawHost.Of(file);
        using var upload = await room.Desk.FetchAsync(host.Root);
        Assert.InRange(upload.Seconds, 6.9, 7.2);
    }

    [Fact]
    public async Task Only_the_sound_of_a_video_is_taken()
    {
        using var room = new UploadRoom();
        var file = Sounds.Make(
            "clip.mp4",
            "-f",
            "lavfi",
            "-i",
            "color=size=64x64:duration=7",
            "-f",
            "lavfi",
            "-i",
            "sine=duration=7",
            "-c:v",
            "mpeg4"
        );
        await using var host = RawHost.Of(file);
        using var upload = await room.Desk.FetchAsync(host.Root);
        Assert.Equal("m4a", upload.Format);
    }

    [Theory]
    [InlineData(5.9, "the audio lasts 5.9 seconds; 6 to 480 are allowed.")]
    [InlineData(3.25, "the audio lasts 3.2 seconds; 6 to 480 are allowed.")]
    [InlineData(480.5, "the audio lasts more than 480 seconds; 6 to 480 are allowed.")]
    public async Task Too_short_and_too_long_is_told_in_seconds(double seconds, string sentence)
    {
        using var room = new UploadRoom();
        Assert.Equal(sentence, await room.RefusalAsync(Sounds.Tone("tone.flac", seconds)));
    }

    [Theory]
    [InlineData(6.01)]
    [InlineData(479.9)]
    public async Task Lengths_at_the_borders_are_taken(double seconds)
    {
        using var room = new UploadRoom();
        await using var host = RawHost.Of(Sounds.Tone("tone.flac", seconds));
        using var upload = await room.Desk.FetchAsync(host.Root);
        Assert.Equal(seconds, upload.Seconds, 1);
    }

    [Fact]
    public async Task Redirects_are_followed_as_far_as_they_are_allowed()
    {
        using var room = new UploadRoom();
        await using var file = RawHost.Of(Sounds.Tone("tone.mp3", 7));
        await using var first = RawHost.Of(
            $"HTTP/1.1 302 Found\r\nLocation: {file.Root}x\r\nContent-Length: 0\r\n\r\n"
        );
        using var upload = await room.Desk.FetchAsync(first.Root);
        Assert.Equal("mp3", upload.Format);
    }

    private static (int Rate, int Channels, long Samples) Wav(string path)
    {
        var bytes = File.ReadAllBytes(path);
        Assert.Equal("RIFF"u8, bytes.AsSpan(0, 4));
        Assert.Equal("data"u8, bytes.AsSpan(36, 4));
        Assert.Equal(16, BitConverter.ToInt16(bytes, 34));
        Assert.Equal(bytes.Length - 44, BitConverter.ToInt32(bytes, 40));
        return (BitConverter.ToInt32(bytes, 24), BitConverter.ToInt16(bytes, 22), (bytes.Length - 44) / 4);
    }
}
