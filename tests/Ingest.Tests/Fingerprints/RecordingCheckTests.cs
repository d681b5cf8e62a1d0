using Troubadour.Audio;
using Troubadour.Ingest.Tests.Decoding;

namespace Troubadour.Ingest.Tests.Fingerprints;

/// <summary>Which clips are a recording, and which only hold the same notes.</summary>
public sealed class RecordingCheckTests
{
    private const double From = 5.0871;
    private const double Near = From + 0.03;
    private static readonly AudioBuffer Song = Songs.Make(11, 16);

    [Theory]
    [InlineData(1f)]
    [InlineData(0.125f)]
    [InlineData(-1f)]
    public void A_cut_is_the_recording_at_its_exact_place(float gain)
    {
        var likeness = RecordingCheck.Compare(Songs.Map(Songs.Cut(Song, From, 8), x => gain * x), Song, Near);
        if (gain > 0)
        {
            Assert.InRange(likeness.Correlation, 0.985, 1);
            Assert.InRange(likeness.OffsetSeconds, From - 1e-4, From + 1e-4);
        }

        Assert.Equal(gain > 0, likeness.IsSameRecording);
    }

    [Fact]
    public async Task A_coded_cut_is_the_recording()
    {
        using var room = new Room();
        var cut = room.Put("cut.wav", Sounds.Wav(Songs.Cut(Song, From, 8)));
        using var coded = new MemoryStream(Sounds.Make("x.mp3", "-i", cut, "-b:a", "128k"));
        var (clip, _) = await room.Ingest().ReadAsync(coded);
        Assert.True(RecordingCheck.Compare(clip, Song, Near).IsSameRecording);
    }

    [Fact]
    public void Another_mix_is_not_the_recording_though_its_landmarks_are_found()
    {
        var remix = Songs.Cut(Songs.Make(11, 16, drums: 4), From, 8);
        using var index = new FingerprintIndex();
        index.Add("song", Fingerprint.Of(Song));
        var match = Assert.Single(index.Find(ClipProbe.Of(remix)));
        var likeness = RecordingCheck.Compare(remix, Song, match.OffsetSeconds);
        Assert.InRange(likeness.Correlation, 0.1, 0.97);
        Assert.False(likeness.IsSameRecording);
    }

    [Fact]
    public void The_correlation_with_noise_is_what_the_powers_say()
    {
        // Against the left channel's power, both mixed to mono: the song has .9^2, the noise 10^-.3 / 2, of which .23 is heard (5 of
        // 22 kHz). The correlation is then 1 / sqrt(1 + .071) = .966.
        var likeness = RecordingCheck.Compare(Songs.Noisy(Songs.Cut(Song, From, 8), 3, 3), Song, Near);
        Assert.InRange(likeness.Correlation, 0.955, 0.975);
    }

    [Fact]
    public void Another_song_and_another_place_are_not_the_recording()
    {
        Assert.InRange(RecordingCheck.Compare(Songs.Cut(Songs.Make(12, 16), From, 8), Song, Near).Correlation, -1, 0.7);
        Assert.InRange(RecordingCheck.Compare(Songs.Cut(Song, From + 0.2, 8), Song, From).Correlation, -1, 0.7);
    }

    [Fact]
    public void What_cannot_be_compared_is_not_alike()
    {
        var cut = Songs.Cut(Song, From, 8);
        Assert.Equal(new(0, 100), RecordingCheck.Compare(cut, Song, 100));
        Assert.Equal(new(0, -100), RecordingCheck.Compare(cut, Song, -100));
        Assert.Equal(new(0, From), RecordingCheck.Compare(new AudioBuffer(cut.Length), Song, From));
        Assert.Equal(new(0, From), RecordingCheck.Compare(Songs.Cut(Song, From, 1), Song, From));
        Assert.Equal(new(0, 0), RecordingCheck.Compare(new AudioBuffer(0), Song, 0));
    }
}
