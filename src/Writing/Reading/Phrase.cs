namespace Troubadour.Writing;

/// <summary>Words of a description that a line can hold.</summary>
/// <param name="Kind">The slot it fits: who, beast, thing, place, time, idea, name, pp, ing, clause, say.</param>
/// <param name="Text">As a line says it ("the robot chef", "my cat", "in Paris", "fell in love with a toaster").</param>
/// <param name="IsPlural">True for many.</param>
internal sealed record Phrase(string Kind, string Text, bool IsPlural)
{
    /// <summary>With "a" or "an" where it is one of many ("a robot chef"); else as <see cref="Text"/>.</summary>
    public string Indefinite { get; init; } = Text;

    /// <summary>Without any article ("robot chef").</summary>
    public string Bare { get; init; } = Text;

    /// <summary>The words of the description it says, in lower case.</summary>
    public IReadOnlyList<string> Says { get; init; } = [];
}
