namespace Troubadour.Writing;

/// <summary>How two line ends agree.</summary>
internal enum Rhyme
{
    /// <summary>They do not, or they end in the same word.</summary>
    None,

    /// <summary>The last stressed vowel is the same and what follows is of the same family.</summary>
    Near,

    /// <summary>The same sounds from the last stressed vowel on, and other sounds before it.</summary>
    Perfect,
}
