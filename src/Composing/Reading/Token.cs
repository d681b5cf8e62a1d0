namespace Troubadour.Composing;

/// <summary>A word of a text, or a break between clauses.</summary>
/// <param name="Text">In lower case; the mark itself for a break.</param>
/// <param name="Raw">As written.</param>
/// <param name="IsBreak">True for a comma, a full stop and the like.</param>
internal readonly record struct Token(string Text, string Raw, bool IsBreak)
{
    /// <summary>True for a break that ends a sentence.</summary>
    public bool EndsSentence => IsBreak && Text != ",";
}
