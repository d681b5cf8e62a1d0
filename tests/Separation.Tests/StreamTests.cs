using Troubadour.Audio;

namespace Troubadour.Separation.Tests;

/// <summary>The way of samples through the stream, with networks whose answer is known.</summary>
public class StreamTests
{
    public static TheoryData<int> Lengths => [1, 441, 1023, 1024, 1025, 4096, 30000, 700_000];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void A_stem_that_gets_all_is_the_song(int length)
    {
        using var separator = With(
            new[,]
            {
                { 1f, 1f },
                { 0f, 0f },
                { 0f, 0f },
                { 0f, 0f },
            }
        );
        var song = Sounds.Noise(length);
        var stems = separator.Separate(song);
        Assert.True(Sounds.Distance(song, stems[Stem.Vocals]) < 2e-6);
        Assert.True(Sounds.Distance(new AudioBuffer(length), stems[Stem.Other]) < 2e-6);
    }

    [Fact]
    public void Equal_shares_give_every_stem_a_quarter()
    {
        using var separator = new Separator(FixedNetwork.Even, Sounds.NoMedians);
        var song = Sounds.Noise(50_000);
        var stems = separator.Separate(song);
        var quarter = Sounds.Changed(song, (left, right) => (left / 4, right / 4));
        Assert.All(Enum.GetValues<Stem>(), stem => Assert.True(Sounds.Distance(quarter, stems[stem]) < 2e-6));
    }

    [Fact]
    public void Mid_and_side_can_go_to_different_stems()
    {
        using var separator = With(
            new[,]
            {
                { 0f, 0f },
                { 1f, 0f },
                { 0f, 1f },
                { 0f, 0f },
            }
        );
        var song = Sounds.Noise(50_000);
        var stems = separator.Separate(song);
        var mid = Sounds.Changed(song, (left, right) => ((left + right) / 2, (left + right) / 2));
        var side = Sounds.Changed(song, (left, right) => ((left - right) / 2, (right - left) / 2));
        Assert.True(Sounds.Distance(mid, stems[Stem.Drums]) < 2e-6);
        Assert.True(Sounds.Distance(side, stems[Stem.Bass]) < 2e-6);
    }

    [Fact]
    public void Medians_alone_part_clicks_from_tones()
    {
        using var separator = new Separator(FixedNetwork.Even, new SeparationOptions { MedianShare = 1 });
        var tone = Sounds.Changed(Sounds.Band(3), (_, _) => (0, 0));
        var clicks = new AudioBuffer(tone.Length);
        for (var i = 0; i < tone.Length; i++)
        {
            tone.Left[i] = tone.Right[i] = (float)(0.1 * Math.Sin(2 * Math.PI * 440 * i / 44100.0));
            clicks.Left[i] = clicks.Right[i] = i % 22050 == 11025 ? 0.9f : 0;
        }

        var drumsOfTone = separator.Separate(tone)[Stem.Drums];
        var drumsOfClicks = separator.Separate(clicks)[Stem.Drums];
        Assert.True(Energy(drumsOfTone) < 0.01 * Energy(tone));
        Assert.True(Energy(drumsOfClicks) > 0.9 * Energy(clicks));
    }

    [Fact]
    public void A_song_without_samples_gives_none()
    {
        using var separator = new Separator(FixedNetwork.Even);
        Assert.Equal(0, separator.Separate(new AudioBuffer(0))[Stem.Bass].Length);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(-2e6f)]
    public void What_is_no_sound_is_refused(float sample)
    {
        using var separator = new Separator(FixedNetwork.Even);
        var song = Sounds.Noise(5000);
        song.Right[4321] = sample;
        var error = Assert.Throws<InvalidDataException>(() => separator.Separate(song));
        Assert.Contains("4321", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Misuse_is_refused()
    {
        using var separator = new Separator(FixedNetwork.Even);
        Assert.Throws<ArgumentException>(() => separator.Separate(new AudioBuffer(100, 48000)));
        var stream = separator.Open(new MemorySink(new SeparatedSong(100)));
        Assert.Throws<ArgumentException>(() => stream.Push(new float[3], new float[2]));
        stream.Finish();
        Assert.Throws<InvalidOperationException>(stream.Finish);
        Assert.Throws<InvalidOperationException>(() => stream.Push(new float[2], new float[2]));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new Separator(FixedNetwork.Even, new SeparationOptions { MedianShare = 1.5f })
        );
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new Separator(FixedNetwork.Even, new SeparationOptions { MedianShare = float.NaN })
        );
    }

    [Fact]
    public void It_can_be_cancelled_and_tells_how_far_it_is()
    {
        using var separator = new Separator(FixedNetwork.Even);
        using var cancellation = new CancellationTokenSource();
        var told = new Told(() => cancellation.Cancel());
        var song = Sounds.Noise(300_000);
        Assert.Throws<OperationCanceledException>(() => separator.Separate(song, told, cancellation.Token));
        Assert.Single(told.Values);
        told = new Told(() => { });
        separator.Separate(song, told, CancellationToken.None);
        Assert.Equal(told.Values.Order(), told.Values);
        Assert.Equal(1, told.Values[^1]);
    }

    private static Separator With(float[,] masks) => new(new FixedNetwork(masks), Sounds.NoMedians);

    private static double Energy(AudioBuffer sound) => sound.Left.Sum(x => (double)x * x);

    private sealed class Told(Action then) : IProgress<double>
    {
        public List<double> Values { get; } = [];

        public void Report(double value)
        {
            Values.Add(value);
            then();
        }
    }
}
