namespace Troubadour.Portraits;

/// <summary>A clip has no singing voice that could be described. The message is a sentence for the person who sent it.</summary>
public sealed class NoVoiceException : Exception
{
    /// <summary>Makes the exception.</summary>
    public NoVoiceException()
        : base("The clip has no singing voice.") { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What was missing.</param>
    public NoVoiceException(string message)
        : base(message) { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What was missing.</param>
    /// <param name="innerException">What went wrong.</param>
    public NoVoiceException(string message, Exception innerException)
        : base(message, innerException) { }
}
