namespace Troubadour.Writing;

/// <summary>The folder of themes and frames is missing or says something that cannot be sung.</summary>
public sealed class LyricBookException : Exception
{
    /// <summary>Makes the exception.</summary>
    public LyricBookException() { }

    /// <summary>Makes the exception with a message for the operator.</summary>
    public LyricBookException(string message)
        : base(message) { }

    /// <summary>Makes the exception with a message and what caused it.</summary>
    public LyricBookException(string message, Exception inner)
        : base(message, inner) { }
}
