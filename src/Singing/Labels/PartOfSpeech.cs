namespace Troubadour.Singing;

/// <summary>The coarse word classes of full-context labels, guessed from the word alone.</summary>
internal static class PartOfSpeech
{
    /// <summary>One of content, in, to, det, md, cc, wp, pps, aux.</summary>
    public static string Of(string word, bool isContent) =>
        isContent ? "content" : OfFunctionWord(word.ToLowerInvariant());

    private static string OfFunctionWord(string word) =>
        word switch
        {
            "to" => "to",
            "the"
            or "a"
            or "an"
            or "no"
            or "some"
            or "this"
            or "each"
            or "another"
            or "those"
            or "every"
            or "all"
            or "any"
            or "these"
            or "both"
            or "neither" => "det",
            "will" or "may" or "would" or "can" or "could" or "should" or "must" or "might" => "md",
            "and" or "but" or "or" or "plus" or "yet" or "nor" => "cc",
            "who" or "what" or "where" or "how" or "when" => "wp",
            "her" or "his" or "their" or "its" or "our" or "mine" => "pps",
            "is" or "am" or "are" or "was" or "were" or "has" or "have" or "had" or "be" => "aux",
            "of"
            or "for"
            or "in"
            or "on"
            or "that"
            or "with"
            or "by"
            or "at"
            or "from"
            or "as"
            or "if"
            or "against"
            or "about"
            or "before"
            or "because"
            or "under"
            or "after"
            or "over"
            or "into"
            or "while"
            or "without"
            or "through"
            or "between"
            or "among"
            or "until"
            or "up"
            or "down" => "in",
            _ => "content",
        };
}
