namespace Troubadour.Alignment;

/// <summary>How a word's time was found.</summary>
public enum AlignmentMethod
{
    /// <summary>It was not: the word lies between its neighbours.</summary>
    Spread,

    /// <summary>By the speech recogniser, forced to the text.</summary>
    Recogniser,

    /// <summary>By likeness to the same words, sung by a singer of ours.</summary>
    Singer,
}
