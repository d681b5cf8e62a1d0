using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Ingest.Tests.Decoding;

/// <summary>Files that mean harm get a cause and a sentence, and nothing else. <see cref="Room"/> sees that nothing is left.</summary>
public sealed class HostileFileTests
{
    public static TheoryData<string, IngestProblem, byte[]> NoSound =>
        new()
        {
            { "nothing", IngestProblem.Empty, [] },
            { "a byte", IngestProblem.NotAudio, [0xFF] },
            { "zeros", IngestProblem.NotAudio, new byte[100_000] },
            { "random bytes", IngestProblem.NotAudio, [1, .. Random(50_000)] },
            { "a page", IngestProblem.NotAudio, "<!DOCTYPE html><html><body>404</body></html>"u8.ToArray() },
            { "a drawing", IngestProblem.NotAudio, Svg() },
            { "an archive", IngestProblem.NotAudio, Zip() },
            { "a script of files", IngestProblem.NotAudio, "ffconcat version 1.0\nfile /etc/passwd\n"u8.ToArray() },
            { "subtitles", IngestProblem.NotAudio, "1\n00:00:00,000 --> 00:00:09,000\nHello\n"u8.ToArray() },
            { "a WAV's head alone", IngestProblem.Damaged, Sounds.WavHead(2, 44100, 16, 1_000_000) },
            { "a WAV's head of ten hours", IngestProblem.Damaged, Sounds.WavHead(1, 8000, 8, 288_000_000) },
            { "a WAV without format", IngestProblem.Damaged, [.. "RIFF\u0024\0\0\0WAVEdata"u8, .. new byte[1000]] },
            { "a FLAC's head alone", IngestProblem.Damaged, [.. "fLaC"u8, .. new byte[64]] },
            {
                "a tag without end",
                IngestProblem.Damaged,
                [.. "ID3\u0004\0\0\u007f\u007f\u007f\u007f"u8, .. new byte[64]]
            },
        };

    [Theory]
    [MemberData(nameof(NoSound))]
    public async Task What_is_no_sound_is_refused(string what, IngestProblem problem, byte[] file)
    {
        using var room = new Room();
        var refusal = await room.RefusalAsync(file);
        using var stream = new MemoryStream(file);
        var ofStream = await Assert.ThrowsAsync<IngestException>(() => room.Ingest().ReadAsync(stream));
        Assert.Equal(refusal.Message, ofStream.Message);
        Assert.True(refusal.Problem == problem, $"{what}: {refusal.Problem}");
    }

    [Theory]
    [InlineData("x.png", "testsrc=d=1", "-frames:v", "1")]
    [InlineData("x.gif", "testsrc=d=1", "-frames:v", "3")]
    [InlineData("x.mp4", "color=s=64x64:d=2", "-c:v", "mpeg4")]
    public async Task Pictures_and_silent_films_are_refused(string name, string graph, params string[] options)
    {
        using var room = new Room();
        var refusal = await room.RefusalAsync(Sounds.Make(name, ["-f", "lavfi", "-i", graph, .. options]));
        Assert.Equal(IngestProblem.NotAudio, refusal.Problem);
    }

    [Theory]
    [InlineData("#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n{0}\n#EXT-X-ENDLIST\n")]
    [InlineData("ID3\u0004\0\0\0\0\0\0#EXTM3U\n#EXTINF:10,\n{0}\n#EXT-X-ENDLIST\n")]
    [InlineData("ffconcat version 1.0\nfile '{0}'\nfile /etc/passwd\n")]
    [InlineData("<?xml version=\"1.0\"?><MPD><Period><BaseURL>{0}</BaseURL></Period></MPD>")]
    [InlineData("v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=x\r\nu={0}\r\nm=audio 5004 RTP/AVP 0\r\n")]
    public async Task A_list_that_names_an_address_makes_nobody_call_it(string text)
    {
        using var room = new Room();
        using var host = new TcpListener(IPAddress.Loopback, 0);
        host.Start();
        var file = string.Format(null, text, $"http://{host.LocalEndpoint}/song.mp3");
        var refusal = await room.RefusalAsync(Encoding.Latin1.GetBytes(file));
        Assert.True(refusal.Problem is IngestProblem.NotAudio or IngestProblem.Damaged);
        Assert.False(host.Pending());
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    [InlineData(1e30f)]
    public async Task One_float_that_is_no_sound_spoils_a_file(float value)
    {
        using var room = new Room();
        var audio = Sounds.Noise(2, 0.1, 3);
        audio.Right[70_000] = value;
        var refusal = await room.RefusalAsync(Sounds.Wav(audio));
        Assert.Equal(IngestProblem.Damaged, refusal.Problem);
        Assert.Contains("not finite", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NaNs_do_not_vanish_in_the_change_of_rate()
    {
        using var room = new Room();
        var audio = new AudioBuffer(96_000, 48_000);
        audio.Left[50_000] = float.NaN;
        Assert.Equal(IngestProblem.Damaged, (await room.RefusalAsync(Sounds.Wav(audio))).Problem);
    }

    [Fact]
    public async Task Ten_hours_of_silence_are_not_decoded_to_their_end()
    {
        using var room = new Room();
        var path = room.Put("hours.wav", Sounds.WavHead(1, 8000, 8, 288_000_000));
        using (var file = File.OpenWrite(path))
        {
            // A sparse file: it takes no room on the disk.
            file.SetLength(288_000_044);
        }

        await RefusesAsync(room.Ingest(), path, IngestProblem.TooLarge);
        await RefusesAsync(room.Ingest(new() { MaxBytes = 1L << 30 }), path, IngestProblem.TooLong);
        var got = 0L;
        await Assert.ThrowsAsync<IngestException>(() =>
            room.Ingest(new() { MaxBytes = 1L << 30 }).DecodeAsync(path, (left, _) => got += left.Length)
        );
        Assert.InRange(got, 480L * SampleRate.House, 482L * SampleRate.House);
    }

    [Theory]
    [InlineData(0.4, IngestProblem.TooShort, "0.4 seconds")]
    [InlineData(3.0, IngestProblem.TooLong, "more than 2 seconds; 1 to 2")]
    public async Task Lengths_have_bounds(double seconds, IngestProblem problem, string words)
    {
        using var room = new Room();
        var refusal = await room.RefusalAsync(Sounds.Wav(Sounds.Noise(seconds, 0.1, 4)), new() { MaxSeconds = 2 });
        Assert.Equal(problem, refusal.Problem);
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mp3")]
    [InlineData("wav")]
    [InlineData("flac")]
    public async Task A_file_that_has_less_than_it_says_is_cut_short(string format)
    {
        using var room = new Room();
        var whole = Sounds.Tone("tone." + format, 8);
        var refusal = await room.RefusalAsync(whole[..(whole.Length / 2)]);
        Assert.Equal(IngestProblem.Damaged, refusal.Problem);
        Assert.Matches(@"cut short: it has [345]\.\d of the 8\.\d seconds", refusal.Message);
        using var almost = new MemoryStream(whole[..(whole.Length - whole.Length / 10)]);
        Assert.InRange((await room.Ingest().ReadAsync(almost)).Audio.Seconds, 6, 8);
    }

    [Fact]
    public async Task A_length_that_nobody_wrote_promises_nothing()
    {
        using var room = new Room();
        var wav = Sounds.Tone("tone.wav", 4);
        wav.AsSpan(wav.AsSpan().IndexOf("data"u8) + 4, 4).Fill(0xFF);
        var flac = Sounds.Tone("tone.flac", 4);
        flac[21] &= 0xF0;
        flac.AsSpan(22, 4).Clear();
        foreach (var file in new[] { wav, flac })
        {
            using var stream = new MemoryStream(file);
            Assert.InRange((await room.Ingest().ReadAsync(stream)).Audio.Seconds, 3.5, 4.5);
        }
    }

    [Theory]
    [InlineData("ogg")]
    public async Task A_file_that_does_not_say_its_length_counts_for_what_is_left_of_it(string format)
    {
        using var room = new Room();
        var whole = Sounds.Tone("tone." + format, 8);
        using var half = new MemoryStream(whole[..(whole.Length / 2)]);
        Assert.InRange((await room.Ingest().ReadAsync(half)).Audio.Seconds, 2.5, 5);
        var refusal = await room.RefusalAsync(whole[..(whole.Length / 20)]);
        Assert.True(refusal.Problem is IngestProblem.TooShort or IngestProblem.Damaged);
    }

    [Fact]
    public async Task An_m4a_without_its_head_at_the_end_is_damaged()
    {
        using var room = new Room();
        var whole = Sounds.Tone("tone.m4a", 8);
        Assert.Equal(IngestProblem.Damaged, (await room.RefusalAsync(whole[..(whole.Length / 2)])).Problem);
    }

    [Theory]
    [InlineData("mp3")]
    [InlineData("wav")]
    [InlineData("flac")]
    [InlineData("opus")]
    [InlineData("m4a")]
    [InlineData("aiff")]
    [InlineData("webm")]
    public async Task Spoilt_files_are_read_or_refused_and_nothing_else(string format)
    {
        using var room = new Room();
        var good = Sounds.Tone($"tone.{format}", 2);
        for (var i = 0; i < 2; i++)
        {
            using var file = new MemoryStream(Spoil(good, new RandomStream(i, format), 2 << (3 * i)));
            try
            {
                var (audio, _) = await room.Ingest().ReadAsync(file);
                Assert.InRange(audio.Seconds, 1, 480);
                Assert.DoesNotContain(audio.Left, sample => !float.IsFinite(sample));
            }
            catch (IngestException e)
            {
                Assert.NotEqual(IngestProblem.NoDecoder, e.Problem);
            }
        }
    }

    [Fact]
    public async Task What_is_no_regular_file_counts_as_empty()
    {
        using var room = new Room();
        var link = Path.Combine(room.Files, "link.mp3");
        File.CreateSymbolicLink(link, "/dev/zero");
        var pipe = Path.Combine(room.Files, "pipe");
        using (var maker = Process.Start("mkfifo", [pipe]))
        {
            await maker.WaitForExitAsync();
        }

        Assert.True(File.Exists(pipe));
        foreach (var path in (string[])["/dev/zero", link, pipe, room.Files, Path.Combine(room.Files, "missing")])
        {
            await RefusesAsync(room.Ingest(), path, IngestProblem.Empty);
        }
    }

    private static async Task RefusesAsync(AudioIngest ingest, string path, IngestProblem problem) =>
        Assert.Equal(problem, (await Assert.ThrowsAsync<IngestException>(() => ingest.ReadAsync(path))).Problem);

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

    private static byte[] Random(int count)
    {
        var random = new RandomStream(7, "bytes");
        return [.. Enumerable.Range(0, count).Select(_ => (byte)random.NextInt(256))];
    }

    private static byte[] Svg() =>
        """<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>"""u8.ToArray();

    private static byte[] Zip()
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create))
        {
            using var entry = zip.CreateEntry("song.mp3").Open();
            entry.Write(new byte[1000]);
        }

        return memory.ToArray();
    }
}
