namespace Troubadour.Engine;

/// <summary>The brief cannot be made into a song; the message says why, for the caller's eyes.</summary>
public sealed class SongRefusedException : Exception
{
    /// <summary>Refuses with a sentence.</summary>
    public SongRefusedException(string message)
        : base(message) { }

    /// <summary>Refuses without a sentence.</summary>
    public SongRefusedException() { }

    /// <summary>Refuses with a sentence and its cause.</summary>
    public SongRefusedException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>True when the lyrics have no words.</summary>
    public bool HasNoWords { get; init; }

    /// <summary>True when the lyrics' language is the reason.</summary>
    public bool IsLanguage { get; init; }
}
