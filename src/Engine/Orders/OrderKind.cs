namespace Troubadour.Engine;

/// <summary>What an order asks for.</summary>
public enum OrderKind
{
    /// <summary>A new song.</summary>
    Compose,

    /// <summary>A song goes on from a moment with new words; the clip is the new part only.</summary>
    Extend,

    /// <summary>The whole of an extended song, from its first beat.</summary>
    Join,

    /// <summary>The bars between two moments are written anew; the rest stays.</summary>
    Replace,

    /// <summary>The same melody and words in another style.</summary>
    Cover,

    /// <summary>Somebody sings over an instrumental, which stays.</summary>
    AddVocals,

    /// <summary>A new backing under a voice, which stays to the note and to the sample.</summary>
    AddBacking,

    /// <summary>A new backing; the vocals stay note for note, and their sound stays sample for sample.</summary>
    SwapSound,

    /// <summary>Another singer or other words over the backing, whose sound stays sample for sample.</summary>
    SwapVocals,

    /// <summary>The same song, mixed and mastered anew.</summary>
    Remaster,

    /// <summary>The stems of a song: their sum is its master.</summary>
    Stems,

    /// <summary>The lead voice alone, between two moments.</summary>
    Voice,

    /// <summary>A recording from elsewhere is listened to: what it is found to be, and a song that stands for it.</summary>
    Understand,

    /// <summary>When the words given are sung in a recording from elsewhere.</summary>
    Align,
}
