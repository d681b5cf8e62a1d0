using System.Globalization;

namespace Troubadour.Composing;

/// <summary>Even the first section of the lyrics needs more time than was asked for.</summary>
public sealed class LyricsDoNotFitException : Exception
{
    /// <summary>Says how many seconds are needed.</summary>
    public LyricsDoNotFitException(double secondsNeeded)
        : base(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The first section of the lyrics needs at least {Math.Ceiling(secondsNeeded)} seconds; ask for a longer duration or shorten it."
            )
        )
    {
        SecondsNeeded = secondsNeeded;
    }

    /// <summary>Refuses without a figure.</summary>
    public LyricsDoNotFitException() { }

    /// <summary>Refuses with a sentence.</summary>
    public LyricsDoNotFitException(string message)
        : base(message) { }

    /// <summary>Refuses with a sentence and its cause.</summary>
    public LyricsDoNotFitException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>Seconds that the first section needs.</summary>
    public double SecondsNeeded { get; }
}
