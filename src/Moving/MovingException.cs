namespace Troubadour.Moving;

/// <summary>What was asked for cannot be done as things are. The message is a sentence for the operator and holds no secret.</summary>
public sealed class MovingException : Exception
{
    /// <summary>With the sentence.</summary>
    public MovingException(string message)
        : base(message) { }

    /// <summary>With the sentence and what it came from.</summary>
    public MovingException(string message, Exception inner)
        : base(message, inner) { }
}
