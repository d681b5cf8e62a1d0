namespace Troubadour.Composing;

/// <summary>Wishes of the brief exclude each other; the message says which and what would do, for the caller's eyes.</summary>
public sealed class BriefRefusedException : Exception
{
    /// <summary>Refuses with a sentence.</summary>
    public BriefRefusedException(string message)
        : base(message) { }

    /// <summary>Refuses without a sentence.</summary>
    public BriefRefusedException() { }

    /// <summary>Refuses with a sentence and its cause.</summary>
    public BriefRefusedException(string message, Exception innerException)
        : base(message, innerException) { }
}
