namespace Troubadour.Engine;

/// <summary>A file that the engine needs is not there; the message names it and the command that installs it.</summary>
public sealed class MissingPartException : Exception
{
    /// <summary>Names the file and the package.</summary>
    public MissingPartException(string what, string path, string package)
        : base($"{what} is missing: {path}. On Debian, 'apt-get install {package}' brings it.") { }

    /// <summary>Without names.</summary>
    public MissingPartException() { }

    /// <summary>With a sentence.</summary>
    public MissingPartException(string message)
        : base(message) { }

    /// <summary>With a sentence and its cause.</summary>
    public MissingPartException(string message, Exception innerException)
        : base(message, innerException) { }
}
