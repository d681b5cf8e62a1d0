namespace Troubadour.Lyrics;

/// <summary>A written line.</summary>
/// <param name="Text">Its clean words; what a second voice sings stands in parentheses word by word: "(oh) (oh)".</param>
/// <param name="Delivery">How it is to be sung.</param>
internal readonly record struct SungRow(string Text, Delivery Delivery);
