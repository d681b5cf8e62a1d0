namespace Troubadour.Rendering;

/// <summary>A sound bank cannot be used; the message says in one sentence what is wrong with it.</summary>
public sealed class SoundBankException : Exception
{
    /// <summary>Makes the exception with a general message.</summary>
    public SoundBankException()
        : this("The sound bank is broken.") { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">One sentence: what is wrong, and where.</param>
    public SoundBankException(string message)
        : base(message) { }

    /// <summary>Makes the exception with its cause.</summary>
    /// <param name="message">One sentence: what is wrong, and where.</param>
    /// <param name="innerException">The cause.</param>
    public SoundBankException(string message, Exception innerException)
        : base(message, innerException) { }
}
