namespace Troubadour.Alignment.Tests;

public class HeardWordsTests
{
    [Fact]
    public void Words_and_fillers_are_read_and_silences_left_out()
    {
        var words = HeardWords.Read(
            "0 S 0 T -167507 A -160354 L -7153 0 -1057 -311 <sil> 50 -683 0 w0 98 -396 0 w12(2) 118 -20 0 g3 120",
            10
        );
        Assert.Equal(
            [
                new HeardWord(0, 10.5, 10.98, -683 / 48.0),
                new HeardWord(12, 10.98, 11.18, -396 / 20.0),
                new HeardWord(-1, 11.18, 11.2, -10),
            ],
            words.Select(word => word with { Start = Math.Round(word.Start, 6), End = Math.Round(word.End, 6) })
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("0 S 0 T 0 A 0 L 0 539113220")]
    [InlineData("0 S 0 T 0 A 0 L 0 90 -5 0 w1 80")]
    [InlineData("0 S 0 T 0 A 0 L 0 x -5 0 w1 80")]
    [InlineData("nothing of the kind at all, but for its many words w1")]
    public void What_is_no_result_has_no_words(string line) => Assert.Empty(HeardWords.Read(line, 0));
}
