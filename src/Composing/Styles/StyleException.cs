namespace Troubadour.Composing;

/// <summary>A style file says something impossible; the message names the file, the place and what is allowed.</summary>
public sealed class StyleException : Exception
{
    /// <summary>Refuses with a sentence.</summary>
    public StyleException(string message)
        : base(message) { }

    /// <summary>Refuses without a sentence.</summary>
    public StyleException() { }

    /// <summary>Refuses with a sentence and its cause.</summary>
    public StyleException(string message, Exception innerException)
        : base(message, innerException) { }
}
