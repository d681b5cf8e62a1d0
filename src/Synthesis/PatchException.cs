namespace Troubadour.Synthesis;

/// <summary>A patch file that cannot be used: says which file, which place and what is allowed.</summary>
public sealed class PatchException : Exception
{
    /// <summary>Without a message.</summary>
    public PatchException() { }

    /// <summary>With a message.</summary>
    public PatchException(string message)
        : base(message) { }

    /// <summary>With a message and what caused it.</summary>
    public PatchException(string message, Exception innerException)
        : base(message, innerException) { }
}
