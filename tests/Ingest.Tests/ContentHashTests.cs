using Troubadour.Audio;
using Troubadour.Ingest.Tests.Decoding;

namespace Troubadour.Ingest.Tests;

public sealed class ContentHashTests
{
    [Fact]
    public void Nothing_has_the_hash_of_no_bytes() =>
        Assert.Equal(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            ContentHash.Of(new AudioBuffer(0))
        );

    [Theory]
    [InlineData(1)]
    [InlineData(333)]
    [InlineData(5_000)]
    public void The_size_of_the_blocks_does_not_matter(int block)
    {
        var audio = Sounds.Noise(0.5, 0.5, 6);
        using var hasher = new ContentHasher();
        for (var start = 0; start < audio.Length; start += block)
        {
            var count = Math.Min(block, audio.Length - start);
            hasher.Add(audio.Left.AsSpan(start, count), audio.Right.AsSpan(start, count));
        }

        Assert.Equal(ContentHash.Of(audio), hasher.Finish());
    }

    [Fact]
    public void One_step_of_one_sample_gives_another_name_and_less_than_half_a_step_does_not()
    {
        var audio = Sounds.Noise(0.5, 0.1, 7);
        audio.Left[9_999] = 0.25f;
        var name = ContentHash.Of(audio);
        audio.Left[9_999] = 0.25f + 0.4f / 32768;
        Assert.Equal(name, ContentHash.Of(audio));
        audio.Left[9_999] = 0.25f + 1f / 32768;
        Assert.NotEqual(name, ContentHash.Of(audio));
    }

    [Fact]
    public void Beyond_full_scale_is_full_scale()
    {
        var (loud, louder) = (new AudioBuffer(2), new AudioBuffer(2));
        (loud.Left[0], loud.Right[1]) = (1, -1);
        (louder.Left[0], louder.Right[1]) = (5, -5);
        Assert.Equal(ContentHash.Of(loud), ContentHash.Of(louder));
    }
}
