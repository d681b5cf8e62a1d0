using System.Security.Cryptography;
using Troubadour.Audio;

namespace Troubadour.Ingest.Tests.Decoding;

/// <summary>Files that mean well.</summary>
public sealed class AudioIngestTests
{
    [Theory]
    [InlineData("tone.wav", "wav")]
    [InlineData("tone.wav", "wav", "-ar", "8000", "-c:a", "pcm_u8")]
    [InlineData("tone.wav", "wav", "-ar", "96000", "-ac", "2", "-c:a", "pcm_s24le")]
    [InlineData("tone.wav", "wav", "-c:a", "pcm_f64le")]
    [InlineData("tone.mp3", "mp3", "-b:a", "128k")]
    [InlineData("tone.mp3", "mp3", "-ar", "22050", "-b:a", "48k", "-id3v2_version", "4", "-metadata", "title=x")]
    [InlineData("tone.flac", "flac")]
    [InlineData("tone.ogg", "ogg", "-c:a", "libvorbis")]
    [InlineData("tone.opus", "ogg")]
    [InlineData("tone.m4a", "m4a", "-c:a", "aac")]
    [InlineData("tone.m4a", "m4a", "-c:a", "alac")]
    [InlineData("tone.aac", "aac")]
    [InlineData("tone.aiff", "aiff")]
    [InlineData("tone.webm", "webm", "-c:a", "libopus")]
    public async Task A_tone_of_any_format_is_that_tone(string name, string format, params string[] options)
    {
        using var room = new Room();
        using var file = new MemoryStream(Sounds.Tone(name, 2, options));
        var (audio, report) = await room.Ingest().ReadAsync(file);
        Assert.Equal(format, report.Format);
        Assert.Equal(audio.Length, report.Frames);
        Assert.False(report.IsDamaged);
        Assert.Equal(SampleRate.House, audio.Rate);
        Assert.InRange(audio.Seconds, 1.97, 2.1);
        Assert.Equal(audio.Left, audio.Right);
        // The tone has an amplitude of 1/8; mono is spread over both sides as it is, or 3 dB lower.
        Assert.InRange(Amplitude(audio, 440), 0.08, 0.135);
        Assert.InRange(Amplitude(audio, 550), 0, 0.003);
    }

    [Fact]
    public async Task Floats_of_our_rate_come_through_as_they_are()
    {
        using var room = new Room();
        var noise = Sounds.Noise(1.5, 0.4, 1);
        using var file = new MemoryStream(Sounds.Wav(noise));
        var (audio, _) = await room.Ingest().ReadAsync(file);
        Assert.Equal(noise.Left, audio.Left);
        Assert.Equal(noise.Right, audio.Right);
    }

    [Fact]
    public async Task The_hash_is_that_of_the_decoder_s_own_16_bit_samples_whatever_the_format_without_loss()
    {
        using var room = new Room();
        var wav = Sounds.Wav(Sounds.Noise(1.5, 0.2, 2), WavFormat.Pcm16);
        var path = room.Put("noise.wav", wav);
        var oracle = Convert.ToHexStringLower(SHA256.HashData(Sounds.Make("noise.raw", "-i", path, "-f", "s16le")));
        var (audio, report) = await room.Ingest().ReadAsync(path);
        Assert.Equal(oracle, report.ContentHash);
        Assert.Equal(oracle, ContentHash.Of(audio));
        foreach (var name in (string[])["noise.flac", "noise.aiff", "noise.mp3"])
        {
            using var other = new MemoryStream(Sounds.Make(name, "-i", path, "-metadata", "title=other"));
            var of = await room.Ingest().ReadAsync(other);
            Assert.Equal(name != "noise.mp3", of.Report.ContentHash == oracle);
        }
    }

    [Fact]
    public async Task A_path_a_stream_that_cannot_seek_and_a_link_give_the_same_block_by_block()
    {
        using var room = new Room();
        var path = room.Put("-i %d; $(x) 'y'.mp3", Sounds.Tone("tone.mp3", 2));
        var link = Path.Combine(room.Files, "link");
        File.CreateSymbolicLink(link, path);
        var whole = await room.Ingest().ReadAsync(path);
        Assert.Equal(whole.Report, (await room.Ingest().ReadAsync(link)).Report);
        using var pipe = new OneWayStream(File.ReadAllBytes(path));
        var left = new List<float>();
        var report = await room.Ingest().DecodeAsync(pipe, (l, _) => left.AddRange(l));
        Assert.Equal(whole.Report, report);
        Assert.Equal(whole.Audio.Left, left);
        Assert.True(File.Exists(path));
    }

    [Fact]
    public async Task Eight_channels_at_192_kHz_are_mixed_to_two_below_full_scale()
    {
        using var room = new Room();
        // 7.1: left, right, centre, low, back left and right, side left and right; all as loud as can be.
        var loud = Sounds.Make(
            "eight.wav",
            [
                .. Lavfi(
                    "aevalsrc=sin(2765*t)|sin(2765*t)|sin(2765*t)|0|sin(2765*t)|0|sin(2765*t)|0:c=7.1:s=192000:d=2"
                ),
                "-c:a",
                "pcm_f32le",
            ]
        );
        using var file = new MemoryStream(loud);
        var (audio, _) = await room.Ingest().ReadAsync(file);
        Assert.InRange(audio.Seconds, 1.99, 2.01);
        Assert.InRange(audio.Left.Max(Math.Abs), 0.9f, 1.001f);
        Assert.InRange(Amplitude(audio, 2765 / (2 * Math.PI)), 0.5, 1.001);
        // On the right there is only the right front and the centre.
        Assert.InRange(audio.Right.Max(Math.Abs), 0.3f, 0.9f);
    }

    [Fact]
    public async Task A_picture_in_the_tags_is_no_damage()
    {
        using var room = new Room();
        var picture = room.Put(
            "cover.png",
            Sounds.Make("cover.png", [.. Lavfi("testsrc=size=32x32"), "-frames:v", "1"])
        );
        var tone = room.Put("tone.mp3", Sounds.Tone("tone.mp3", 2));
        var file = Sounds.Make(
            "both.mp3",
            ["-i", tone, "-i", picture, "-map", "0", "-map", "1", "-c", "copy", "-disposition:v", "attached_pic"]
        );
        using var stream = new MemoryStream(file);
        var (audio, report) = await room.Ingest().ReadAsync(stream);
        Assert.False(report.IsDamaged);
        Assert.InRange(audio.Seconds, 1.97, 2.1);
    }

    [Fact]
    public async Task Several_files_are_read_at_once()
    {
        using var room = new Room();
        var ingest = room.Ingest();
        var path = room.Put("tone.ogg", Sounds.Tone("tone.ogg", 2));
        var one = (await ingest.ReadAsync(path)).Report;
        var many = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ingest.ReadAsync(path)));
        Assert.All(many, read => Assert.Equal(one, read.Report));
    }

    private static string[] Lavfi(string graph) => ["-f", "lavfi", "-i", graph];

    private static double Amplitude(AudioBuffer audio, double hertz)
    {
        var (re, im) = (0.0, 0.0);
        // One second from the middle.
        var start = (audio.Length - SampleRate.House) / 2;
        for (var i = 0; i < SampleRate.House; i++)
        {
            var angle = 2 * Math.PI * hertz * i / SampleRate.House;
            re += audio.Left[start + i] * Math.Cos(angle);
            im += audio.Left[start + i] * Math.Sin(angle);
        }

        return 2 * Math.Sqrt(re * re + im * im) / SampleRate.House;
    }
}
