using Troubadour.Audio;
using Troubadour.Ingest.Tests.Decoding;

namespace Troubadour.Ingest.Tests.Fingerprints;

/// <summary>An index of songs of one style, asked for clips that were changed on their way.</summary>
public sealed class FingerprintIndexTests : IClassFixture<SongShelf>, IDisposable
{
    private const double From = 7.123;
    private readonly SongShelf _shelf;
    private readonly FingerprintIndex _index = new();

    public FingerprintIndexTests(SongShelf shelf)
    {
        _shelf = shelf;
        _index.AddAll(shelf.Prints);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(5)]
    [InlineData(3)]
    public void A_cut_is_found_with_its_place(double seconds)
    {
        foreach (var (id, song) in _shelf.Audio)
        {
            AssertFound(id, Songs.Cut(song, From, seconds));
        }
    }

    [Theory]
    [InlineData("x.mp3", "-b:a", "128k")]
    [InlineData("x.ogg", "-c:a", "libvorbis", "-q:a", "3")]
    [InlineData("x.mp3", "-ar", "22050", "-ac", "1", "-b:a", "56k")]
    public async Task A_coded_cut_is_found(string name, params string[] options)
    {
        using var room = new Room();
        var ingest = room.Ingest();
        foreach (var (id, song) in _shelf.Audio.Take(2))
        {
            var cut = room.Put("cut.wav", Sounds.Wav(Songs.Cut(song, From, 10)));
            using var coded = new MemoryStream(Sounds.Make(name, ["-i", cut, .. options]));
            // Coders without tags for it add up to 50 ms of silence.
            AssertFound(id, (await ingest.ReadAsync(coded)).Audio, 0.08);
        }
    }

    [Theory]
    [InlineData(0.03f)]
    [InlineData(3f)]
    public void Gain_does_not_matter_even_where_it_clips(float gain) =>
        AssertFound("1", Songs.Map(Songs.Cut(_shelf.Audio["1"], From, 10), sample => Math.Clamp(gain * sample, -1, 1)));

    [Theory]
    [InlineData(48_000)]
    [InlineData(22_050)]
    [InlineData(16_000)]
    public void Another_rate_does_not_matter(int rate)
    {
        var cut = Songs.Cut(_shelf.Audio["2"], From, 10);
        var left = Resampler.Convert(cut.Left, SampleRate.House, rate);
        var other = new AudioBuffer(left.Length, rate);
        left.CopyTo(other.Left, 0);
        Resampler.Convert(cut.Right, SampleRate.House, rate).CopyTo(other.Right, 0);
        AssertFound("2", other);
    }

    [Fact]
    public void Noise_10_dB_below_it_does_not_matter()
    {
        foreach (var (id, song) in _shelf.Audio)
        {
            AssertFound(id, Songs.Noisy(Songs.Cut(song, From, 10), 10, 1));
        }
    }

    [Fact]
    public void A_song_that_is_not_held_is_not_found_among_others_of_its_style()
    {
        foreach (var (id, song) in _shelf.Audio)
        {
            Assert.True(_index.Remove(id));
            Assert.Empty(_index.Find(ClipProbe.Of(song), 5));
            Assert.Empty(_index.Find(ClipProbe.Of(Songs.Cut(song, From, 10)), 5));
        }

        Assert.Equal(0, _index.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-2)]
    [InlineData(5)]
    public void The_same_song_in_another_key_over_the_same_drums_is_another_recording(int key) =>
        Assert.Empty(_index.Find(ClipProbe.Of(Songs.Make(1, SongShelf.Seconds, key)), 5));

    [Fact]
    public void Noise_and_silence_are_no_song()
    {
        Assert.Empty(_index.Find(ClipProbe.Of(new AudioBuffer(300_000))));
        Assert.Empty(_index.Find(ClipProbe.Of(Sounds.Noise(10, 0.2, 9))));
    }

    [Fact]
    public void A_clip_that_repeats_one_landmark_for_ever_is_answered_and_is_no_song()
    {
        // Twice in each of many songs, and at every frame of the clip: some hundreds of millions of votes, were all counted.
        var hash = LandmarkHash.Of(100, 101, 5);
        for (var i = 0; i < 400; i++)
        {
            _index.Add($"song {i}", new(1_000, [new(hash, i), new(hash, i + 500)]));
        }

        var clip = new ClipProbe(15_000, [.. Enumerable.Range(0, 400_000).Select(i => new Landmark(hash, i / 30))]);
        Assert.Empty(_index.Find(clip, 5));
        AssertFound("1", Songs.Cut(_shelf.Audio["1"], From, 10));
    }

    [Fact]
    public void Both_songs_that_hold_a_sound_are_found_the_more_like_one_first()
    {
        var edit = Songs.Cut(_shelf.Audio["0"], 0, SongShelf.Seconds);
        // The second half is another song's.
        var half = edit.Length / 2;
        _shelf.Audio["3"].Left.AsSpan(half).CopyTo(edit.Left.AsSpan(half));
        _shelf.Audio["3"].Right.AsSpan(half).CopyTo(edit.Right.AsSpan(half));
        _index.Add("edit", Fingerprint.Of(edit));
        var found = _index.Find(ClipProbe.Of(Songs.Cut(_shelf.Audio["0"], 1, 14)), 5);
        Assert.Equal(["0", "edit"], found.Select(match => match.Song));
        Assert.True(found[0].Score > found[1].Score);
        Assert.Single(_index.Find(ClipProbe.Of(Songs.Cut(_shelf.Audio["0"], 1, 14))));
    }

    [Fact]
    public void A_clip_that_starts_before_the_song_has_an_offset_below_0()
    {
        var song = _shelf.Audio["1"];
        var late = new AudioBuffer(12 * SampleRate.House);
        song.Left.AsSpan(0, 10 * SampleRate.House).CopyTo(late.Left.AsSpan(2 * SampleRate.House));
        song.Right.AsSpan(0, 10 * SampleRate.House).CopyTo(late.Right.AsSpan(2 * SampleRate.House));
        var match = Assert.Single(_index.Find(ClipProbe.Of(late)));
        Assert.Equal("1", match.Song);
        Assert.InRange(match.OffsetSeconds, -2 - Fingerprint.FrameSeconds, -2 + Fingerprint.FrameSeconds);
    }

    [Fact]
    public void One_by_one_is_all_at_once_and_what_left_is_forgotten()
    {
        using var other = new FingerprintIndex();
        other.Add("gone", Fingerprint.Of(Songs.Make(99, 12)));
        foreach (var (id, print) in _shelf.Prints)
        {
            other.Add(id, print);
        }

        Assert.True(other.Remove("gone"));
        Assert.False(other.Remove("gone"));
        Assert.Equal(_index.Count, other.Count);
        var probe = ClipProbe.Of(Songs.Noisy(Songs.Cut(_shelf.Audio["2"], From, 10), 6, 2));
        Assert.Equal(_index.Find(probe), other.Find(probe));
        other.Add("gone", Fingerprint.Of(_shelf.Audio["2"]));
        Assert.Equal(2, other.Find(probe, 5).Count);
    }

    [Fact]
    public void Many_may_ask_while_songs_come_in()
    {
        using var index = new FingerprintIndex();
        index.Add("2", _shelf.Prints["2"]);
        var probe = ClipProbe.Of(Songs.Cut(_shelf.Audio["2"], From, 10));
        Parallel.For(
            0,
            40,
            i =>
            {
                if (i % 4 == 0)
                {
                    index.Add($"copy {i}", _shelf.Prints["1"]);
                }
                else
                {
                    Assert.Equal("2", Assert.Single(index.Find(probe)).Song);
                }
            }
        );
        Assert.Equal(11, index.Count);
    }

    [Fact]
    public void Ids_are_checked()
    {
        var print = _shelf.Prints["0"];
        Assert.Throws<ArgumentException>(() => _index.Add("0", print));
        Assert.Throws<ArgumentException>(() => _index.Add("", print));
        Assert.Throws<ArgumentOutOfRangeException>(() => _index.Add(new string('x', 257), print));
        Assert.True(_index.Contains("0"));
        Assert.False(_index.Contains("x"));
        Assert.Equal(_shelf.Prints.Count, _index.Count);
    }

    public void Dispose() => _index.Dispose();

    private void AssertFound(string id, AudioBuffer clip, double tolerance = Fingerprint.FrameSeconds)
    {
        var match = Assert.Single(_index.Find(ClipProbe.Of(clip), 5));
        Assert.Equal(id, match.Song);
        Assert.InRange(match.OffsetSeconds, From - tolerance, From + tolerance);
        Assert.InRange(match.Score, 0.05, 1);
        Assert.InRange(match.FalseAlarms, 0, 1e-6);
    }
}
