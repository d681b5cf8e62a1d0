using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Troubadour.Writing;

/// <summary>Reads descriptions: what they name, which themes they call for, what mood they ask for.</summary>
internal sealed partial class DescriptionReader(LyricBook book)
{
    private const double Subject = 2;
    private const double Aside = 1;

    private readonly ThemeFinder _themes = new(book.Themes);

    /// <summary>Reads a wish.</summary>
    public Reading Read(LyricsWish wish)
    {
        var text = Cut(wish.Description);
        var lead = LeadIn().Match(text);
        var subject = lead.Success ? text[lead.Length..] : text;
        var tokens = Tokens.Of(WithoutStyle(subject), book.Words);
        var isForeign = IsForeign(tokens);
        var phrases = isForeign
            ? [.. tokens.Where(token => token.IsName && !IsGerman(tokens)).Select(Name)]
            : new PhraseFinder(tokens, book.Words).Find();
        var scores = _themes.Scores(subject, Subject);
        _themes.Add(scores, text[..lead.Length], Aside);
        _themes.Add(scores, wish.Style, Aside / 3);
        var mood = ThemeFinder.Mood(text + " " + wish.Style);
        var (themes, weights) = _themes.Ranked(scores);
        return new Reading(
            [.. phrases],
            themes,
            weights,
            mood,
            isForeign ? [] : [.. tokens.Select(token => token.Lower).Where(book.Words.IsContent)]
        );
    }

    // ", upbeat pop with female vocals": how it should sound is no subject.
    private string WithoutStyle(string subject)
    {
        var parts = Parts().Split(subject);
        var kept = parts.Where(
            (part, i) => i == 0 || !Tokens.Of(part, book.Words).Exists(token => book.Words.Is(token.Lower, "meta"))
        );
        return string.Join(", ", kept);
    }

    [GeneratedRegex(@"[,.;:\n]+\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();

    private static string Cut(string text) =>
        text.Length <= LyricsWish.LongestDescription ? text : text[..LyricsWish.LongestDescription];

    private static Phrase Name(Token token) => new("name", token.Text, false) { Says = [token.Lower] };

    // Words of other languages have no place in English lines: too few words are known, or articles are foreign.
    private bool IsForeign(List<Token> tokens)
    {
        var foreign = tokens.Count(token => Foreign().IsMatch(token.Lower));
        var small = tokens.Count(token => !book.Words.IsContent(token.Lower) && !Foreign().IsMatch(token.Lower));
        return foreign > 0 && foreign >= small;
    }

    private static bool IsGerman(List<Token> tokens) => tokens.Exists(token => German().IsMatch(token.Lower));

    [GeneratedRegex(
        @"^.{0,120}?\b(song|ballad|track|anthem|lyrics?|tune|hymn|lullaby|lullabye|jingle|rap|poem|words|ode|lament|duet|banger|number|something|anything|story)s?\b[^.,;]{0,40}?\b(about|for|on|of|to|called|telling|describing|celebrating|where|in which)\b:?\s*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline
    )]
    private static partial Regex LeadIn();

    [GeneratedRegex(
        @"^(el|la|los|las|una|un|de|del|con|para|por|sobre|canción|cancion|mi|mis|que|en|y|il|gli|della|di|che|per|le|les|des|du|une|et|sur|pour|mon|ma|mes|avec|der|die|das|ein|eine|und|für|über|von|mit|ich|uma|um|o|os|da|do|na|no|em|com|sobre|meu|minha|een|het|van|voor|og|och|att|til|på|det)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Foreign();

    [GeneratedRegex("^(der|die|das|ein|eine|und|für|über|von|mit|ich)$", RegexOptions.CultureInvariant)]
    private static partial Regex German();
}
