namespace Troubadour.Lyrics.Tests;

/// <summary>Words whose sound the verse decides.</summary>
public sealed class HomographTests
{
    public static TheoryData<string, string> Sentences => TestLines.Of("homographs.txt");

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Neighbours_and_rhymes_decide(string sentence, string expected)
    {
        var rows = sentence.Split(" / ");
        var at = rows[0].Split(' ').TakeWhile(word => word[0] != '*').Count();
        var line = SharedPronouncer.Value.Line(
            rows[0].Replace("*", "", StringComparison.Ordinal),
            rows.Length > 1 ? rows[1] : null
        );
        var said = string.Join('.', line[at].Syllables.Select(s => string.Join(' ', s.Phones)));
        Assert.Contains(said, expected.Split(" | "));
    }

    [Fact]
    public void There_are_enough_sentences() => Assert.True(Sentences.Count >= 100);

    [Fact]
    public void A_rhyme_does_not_outweigh_neighbours()
    {
        var line = SharedPronouncer.Value.Line("You tear me apart and I shed a tear", "I need some repair");
        Assert.Equal("t ih r", string.Join(' ', line[^1].Syllables[0].Phones));
    }

    [Fact]
    public void Of_several_rows_the_one_that_rhymes_decides() =>
        Assert.Equal(
            "b aw",
            string.Join(
                ' ',
                SharedPronouncer.Value.Line("Bow", "in the morning\nshow me how\nthe river")[0].Syllables[0].Phones
            )
        );
}
