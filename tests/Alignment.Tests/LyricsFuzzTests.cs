using CsCheck;
using Troubadour.Audio;

namespace Troubadour.Alignment.Tests;

/// <summary>Whatever the lyrics are, each of their words comes out once.</summary>
public class LyricsFuzzTests
{
    private static readonly string[] Written =
    [
        "love",
        "don't",
        "1999",
        "$5",
        "7:30",
        "(ooh yeah)",
        "(",
        ")",
        "[Verse]",
        "[",
        "rock'n'roll",
        "café",
        "ﬁre",
        "straße",
        "İstanbul",
        "日",
        "我爱你",
        "こんにちは",
        "мир",
        "😀",
        "N.Y.C.",
        "x̂",
        "--",
        "&",
        "\0",
        "\n",
        "\n\n",
        " ",
        "\ud800",
    ];

    private static readonly Gen<string> Pieces = Gen.Int[0, Written.Length - 1].Select(i => Written[i]);

    private static readonly Gen<string> Texts = Gen.OneOf(
        Pieces.Array[0, 40].Select(pieces => string.Join(' ', pieces)),
        Gen.String[0, 60]
    );

    [Fact]
    public void Every_word_comes_out_once_and_in_order()
    {
        var voice = new AudioBuffer(3 * SampleRate.House);
        Texts.Sample(
            text => Fixtures.CheckLaws(Fixtures.Aligner().Align(voice, text), text, voice.Seconds),
            iter: 200,
            threads: 1
        );
    }

    [Fact]
    public void Odd_words_are_aligned_to_a_voice_like_others()
    {
        var (voice, _) = Fixtures.Song;
        Texts.Sample(
            text => Fixtures.CheckLaws(Fixtures.Aligner().Align(voice, text), text, voice.Seconds),
            iter: 3,
            threads: 1
        );
    }

    [Fact]
    public void Five_hundred_lines_fit_into_a_short_song()
    {
        var lyrics = string.Concat(Enumerable.Repeat("Silver moon above the water\n", 500));
        var (voice, _) = Fixtures.Song;
        var found = Fixtures.Aligner().Align(voice, lyrics);
        Fixtures.CheckLaws(found, lyrics, voice.Seconds);
        Assert.Equal(2500, found.Words.Count());
    }

    [Fact]
    public void More_words_than_moments_still_have_an_order()
    {
        var lyrics = string.Join(' ', Enumerable.Repeat("a", 5000));
        Fixtures.CheckLaws(Fixtures.Aligner().Align(new AudioBuffer(10), lyrics), lyrics, 10.0 / SampleRate.House);
    }
}
