namespace Troubadour.Writing;

/// <summary>A word of a description.</summary>
/// <param name="Text">As written, without punctuation.</param>
/// <param name="Lower">In lower case.</param>
/// <param name="EndsPart">True when punctuation follows.</param>
/// <param name="IsName">True for a capital that is not the start of a sentence.</param>
internal sealed record Token(string Text, string Lower, bool EndsPart, bool IsName);
