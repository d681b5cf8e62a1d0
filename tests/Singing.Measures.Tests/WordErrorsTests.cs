using CsCheck;

namespace Troubadour.Singing.Measures.Tests;

public class WordErrorsTests
{
    private static readonly Gen<string[]> Line = Gen.OneOf(Gen.Const("la"), Gen.Const("the"), Gen.Const("sun")).Array[
        0,
        8
    ];

    [Theory]
    [InlineData("leave the door open", "leave the door open", 0)]
    [InlineData("leave the door open", "leave a door", 2)]
    [InlineData("leave the door open", "", 4)]
    [InlineData("sun", "the sun the", 2)]
    public void Known_pairs_of_lines(string sung, string heard, int errors) =>
        Assert.Equal(errors, WordErrors.Count(WordErrors.Split(sung), WordErrors.Split(heard)));

    [Fact]
    public void It_is_a_distance() =>
        Gen.Select(Line, Line, Line)
            .Sample(
                (a, b, c) =>
                    WordErrors.Count(a, b) == WordErrors.Count(b, a)
                    && WordErrors.Count(a, b) == 0 == a.SequenceEqual(b)
                    && WordErrors.Count(a, c) <= WordErrors.Count(a, b) + WordErrors.Count(b, c)
            );

    [Fact]
    public void Punctuation_is_no_word() => Assert.Equal(["oh", "don't", "go"], WordErrors.Split("Oh, don't - go!"));
}
