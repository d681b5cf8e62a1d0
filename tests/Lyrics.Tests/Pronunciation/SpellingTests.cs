namespace Troubadour.Lyrics.Tests;

/// <summary>Spellings that are found in lyrics.</summary>
public sealed class SpellingTests
{
    public static TheoryData<string, string> Spellings => TestLines.Of("spellings.txt");

    [Theory]
    [MemberData(nameof(Spellings))]
    public void A_spelling_is_sung_so(string text, string expected)
    {
        var sung = SharedPronouncer.Value.Line(text).SelectMany(word => word.Syllables);
        Assert.Contains(string.Join('.', sung.Select(s => string.Join(' ', s.Phones))), expected.Split(" | "));
    }

    [Theory]
    [MemberData(nameof(Spellings))]
    public void It_is_sung_so_after_the_reader_has_cleaned_it(string text, string expected)
    {
        var line = Assert.Single(
            LyricsReader.Read($"[verse]\n{text}\nriver").SelectMany(s => s.Lines),
            l => l.Source == 0
        );
        var sung = SharedPronouncer.Value.Line(line.Text).SelectMany(word => word.Syllables);
        Assert.Contains(string.Join('.', sung.Select(s => string.Join(' ', s.Phones))), expected.Split(" | "));
    }

    [Fact]
    public void There_are_enough_spellings() => Assert.True(Spellings.Count >= 300);
}
