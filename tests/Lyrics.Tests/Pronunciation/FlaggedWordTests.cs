namespace Troubadour.Lyrics.Tests;

/// <summary>Words of a second voice, and words that are leant on.</summary>
public sealed class FlaggedWordTests
{
    [Theory]
    [InlineData("Carry me over (oh, oh)", "Carry me over oh* oh*")]
    [InlineData("(ooh carry me) over", "ooh* carry* me* over")]
    [InlineData("(ooh carry me)", "ooh* carry* me*")]
    [InlineData("over （oh oh） the river", "over oh* oh* the river")]
    [InlineData("over (oh", "over oh*")]
    [InlineData("over oh)", "over oh")]
    public void Words_in_parentheses_are_the_second_voices(string line, string words) =>
        Assert.Equal(
            words,
            string.Join(' ', SharedPronouncer.Value.Line(line).Select(w => w.Text + (w.IsBacking ? "*" : "")))
        );

    [Theory]
    [InlineData("I LOVE you", "LOVE")]
    [InlineData("I said DON'T go", "DON'T")]
    [InlineData("You're SO beautiful (YEAH)", "SO YEAH")]
    [InlineData("NEVER gonna GIVE you UP", "NEVER GIVE UP")]
    [InlineData("hold me NO-OW", "NO-OW")]
    [InlineData("I LOVE YOU", "")]
    [InlineData("WE WILL NEVER STOP the", "")]
    [InlineData("LOVE", "")]
    [InlineData("I and A and O", "")]
    [InlineData("the DJ is OK in the USA", "")]
    [InlineData("from L.A. to N.Y.C. by 4PM", "")]
    [InlineData("McDonald had a farm", "")]
    public void Words_in_capitals_are_leant_on(string line, string words) =>
        Assert.Equal(
            words,
            string.Join(' ', SharedPronouncer.Value.Line(line).Where(w => w.IsEmphasised).Select(w => w.Text))
        );
}
