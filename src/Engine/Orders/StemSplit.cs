namespace Troubadour.Engine;

/// <summary>Into how many stems a song is taken apart.</summary>
public enum StemSplit
{
    /// <summary>Voices and instruments.</summary>
    Basic,

    /// <summary>The contract's twelve; those that nobody plays are silent.</summary>
    Full,
}
