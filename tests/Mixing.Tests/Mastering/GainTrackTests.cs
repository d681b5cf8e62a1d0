using CsCheck;

namespace Troubadour.Mixing.Tests.Mastering;

public class GainTrackTests
{
    private const int Least = -120 * 1024;
    private const int Most = 40 * 1024;

    private static readonly Gen<GainTrack> s_tracks = Gen.Int[Least, Most]
        .Array[2, 300]
        .Select(steps => new GainTrack(steps));

    [Fact]
    public void A_track_is_read_as_it_was_written() =>
        s_tracks.Sample(track =>
        {
            var read = GainTrack.Decode(track.Encode(), Frames(track));
            Assert.True(read.Steps.SequenceEqual(track.Steps));
        });

    [Fact]
    public void A_track_of_another_length_is_refused() =>
        Gen.Select(s_tracks, Gen.Int[-1, 1].Where(more => more != 0))
            .Sample(
                (track, more) =>
                    Assert.Throws<InvalidDataException>(() =>
                        GainTrack.Decode(track.Encode(), Frames(track) + 32 * more)
                    )
            );

    [Fact]
    public void Damaged_bytes_are_refused_or_read_within_bounds() =>
        Gen.Select(s_tracks, Gen.Int[0, 1 << 20], Gen.Byte)
            .Sample(
                (track, at, value) =>
                {
                    var packed = track.Encode();
                    packed[at % packed.Length] = value;
                    var error = Record.Exception(() =>
                    {
                        var read = GainTrack.Decode(packed, Frames(track));
                        Assert.Equal(track.Steps.Length, read.Steps.Length);
                        Assert.All(read.Steps.ToArray(), s => Assert.InRange(s, Least, Most));
                    });
                    Assert.True(error is null or InvalidDataException, error?.ToString());
                },
                iter: 2000
            );

    [Fact]
    public void Bytes_that_unpack_to_far_more_than_the_song_are_refused()
    {
        var zeros = new GainTrack(new int[10_000_000]).Encode();
        Assert.True(zeros.Length < 1000);
        Assert.Throws<InvalidDataException>(() => GainTrack.Decode(zeros, 44100));
    }

    [Fact]
    public void Any_bytes_are_refused_or_a_track() =>
        Gen
            .Byte.Array[0, 200]
            .Sample(bytes =>
            {
                var error = Record.Exception(() => GainTrack.Decode(bytes, 3200));
                Assert.True(error is null or InvalidDataException, error?.ToString());
            });

    [Theory]
    [InlineData(Least - 1)]
    [InlineData(Most + 1)]
    public void A_gain_that_no_mix_makes_is_refused(int step) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new GainTrack([0, step]));

    private static int Frames(GainTrack track) => (track.Steps.Length - 1) * Limiter.Block;
}
