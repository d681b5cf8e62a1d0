namespace Troubadour.Server.Settings;

/// <summary>The server cannot start as it is set up; the message is a sentence for the operator.</summary>
public sealed class SettingsException : Exception
{
    /// <summary>Refuses with a sentence.</summary>
    public SettingsException(string message)
        : base(message) { }

    /// <summary>Refuses without a sentence.</summary>
    public SettingsException() { }

    /// <summary>Refuses with a sentence and its cause.</summary>
    public SettingsException(string message, Exception innerException)
        : base(message, innerException) { }
}
