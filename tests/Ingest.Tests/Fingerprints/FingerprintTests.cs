using Troubadour.Audio;

namespace Troubadour.Ingest.Tests.Fingerprints;

/// <summary>Laws of landmarks.</summary>
public sealed class FingerprintTests
{
    private static readonly AudioBuffer Song = Songs.Make(1, 12);

    [Fact]
    public void Silence_and_too_little_have_no_landmarks()
    {
        Assert.Empty(Fingerprint.Of(new AudioBuffer(0)).Landmarks.ToArray());
        Assert.Empty(Fingerprint.Of(new AudioBuffer(100)).Landmarks.ToArray());
        Assert.Empty(Fingerprint.Of(new AudioBuffer(100_000)).Landmarks.ToArray());
    }

    [Fact]
    public void A_song_has_some_thirty_a_second_in_order()
    {
        var landmarks = Fingerprint.Of(Song).Landmarks.ToArray();
        Assert.InRange(landmarks.Length / Song.Seconds, 15, 40);
        Assert.Equal(landmarks.OrderBy(landmark => landmark.Frame).ThenBy(landmark => landmark.Hash), landmarks);
        Assert.All(landmarks, landmark => Assert.True(LandmarkHash.IsPossible(landmark.Hash)));
    }

    [Theory]
    [InlineData(0.5f)]
    [InlineData(0.0625f)]
    [InlineData(4f)]
    [InlineData(-1f)]
    public void Gain_changes_nothing(float gain) =>
        Assert.Equal(
            Fingerprint.Of(Song).Landmarks.ToArray(),
            Fingerprint.Of(Songs.Map(Song, sample => gain * sample)).Landmarks.ToArray()
        );

    [Fact]
    public void Exchanging_the_channels_changes_nothing()
    {
        var other = new AudioBuffer(Song.Length);
        Song.Left.CopyTo(other.Right, 0);
        Song.Right.CopyTo(other.Left, 0);
        Assert.Equal(Fingerprint.Of(Song).Landmarks.ToArray(), Fingerprint.Of(other).Landmarks.ToArray());
    }

    [Fact]
    public void A_cut_on_a_frame_has_the_landmarks_of_the_whole_but_near_its_ends()
    {
        const int Frames = 100;
        var cut = Songs.Cut(Song, (double)Frames * 4 * PowerMap.Hop / SampleRate.House, 6);
        // Two peaks of a pair, each chosen among half a second.
        var (first, last) = (20, Fingerprint.Of(cut).Frames - 20 - PeakPairs.MostGap);
        Assert.Equal(
            Within(Fingerprint.Of(Song), Frames + first, Frames + last, Frames),
            Within(Fingerprint.Of(cut), first, last, 0)
        );
    }

    [Fact]
    public void A_tone_s_peaks_are_at_its_frequency()
    {
        const double Hertz = 1_000;
        var tone = new AudioBuffer(4 * SampleRate.House);
        for (var i = 0; i < tone.Length; i++)
        {
            // It swells four times a second, so that it has peaks in time as well.
            var angle = 2 * Math.PI * i / SampleRate.House;
            tone.Left[i] = tone.Right[i] = (float)(Math.Sin(Hertz * angle) * (1 + 0.9 * Math.Sin(4 * angle)) * 0.3);
        }

        // Peaks of the same bin: the hash's first and second part. 1,000 Hz is bin 92.9.
        var bins = Fingerprint
            .Of(tone)
            .Landmarks.ToArray()
            .Select(landmark => LandmarkHash.Parts(landmark.Hash))
            .Where(parts => parts.FirstBin == 93 && parts.SecondBin == 93 && parts.Gap is 7 or 8);
        Assert.InRange(bins.Count(), 8, 16);
    }

    [Fact]
    public void Threads_change_nothing()
    {
        var one = Fingerprint.Of(Song).Landmarks.ToArray();
        var prints = new Landmark[4][];
        Parallel.For(0, 4, i => prints[i] = Fingerprint.Of(Song).Landmarks.ToArray());
        Assert.All(prints, print => Assert.Equal(one, print));
    }

    [Theory]
    [InlineData(16, 389, 2)]
    [InlineData(389, 16, 63)]
    public void A_hash_is_its_parts(int first, int second, int gap)
    {
        var hash = LandmarkHash.Of(first, second, gap);
        Assert.Equal((first, second, gap), LandmarkHash.Parts(hash));
        Assert.True(LandmarkHash.IsPossible(hash));
    }

    [Theory]
    [InlineData(15, 100, 2)]
    [InlineData(100, 390, 2)]
    [InlineData(100, 100, 1)]
    [InlineData(100, 100, 64)]
    public void What_no_peaks_give_is_no_hash(int first, int second, int gap) =>
        Assert.False(LandmarkHash.IsPossible(LandmarkHash.Of(first, second, gap)));

    private static List<Landmark> Within(Fingerprint fingerprint, int first, int last, int shift) =>
        [
            .. fingerprint
                .Landmarks.ToArray()
                .Where(landmark => landmark.Frame >= first && landmark.Frame < last)
                .Select(landmark => landmark with { Frame = landmark.Frame - shift }),
        ];
}
