using Troubadour.Server.Making;

namespace Troubadour.Server.Tests.Making;

/// <summary>The words of a clip as callers see them.</summary>
public sealed class ShownLyricsTests
{
    [Theory]
    [InlineData("[Verse 1]\nOh, la!\n\n[Hook]\nLo", "[verse]\nOh la\n[chorus]\nLo", "[Verse 1]\nOh, la!\n\n[Hook]\nLo")]
    [InlineData("Don\u2019t go", "[verse]\nDon't go", "Don\u2019t go")]
    [InlineData("[Verse]\nla\n[Verse]\nlo", "[verse]\nla", "[Verse]\nla")]
    [InlineData(null, "[pre-chorus]\nla\n[chorus]\nlo", "[Pre-Chorus]\nla\n[Chorus]\nlo")]
    [InlineData("la", "", "[Instrumental]")]
    public void What_was_given_is_shown_when_all_of_it_is_sung(string? given, string sung, string shown) =>
        Assert.Equal(shown, ShownLyrics.Of(given, sung));
}
