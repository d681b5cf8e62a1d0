using System.Globalization;

namespace Troubadour.TestWorker;

/// <summary>The computer's clock, ahead by as many seconds as a file says; its timers and stopwatches are not moved, as in a computer.</summary>
internal sealed class MovedClock(string file) : TimeProvider
{
    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead();

    private TimeSpan Ahead()
    {
        try
        {
            return TimeSpan.FromSeconds(int.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture));
        }
        catch (Exception e) when (e is IOException or FormatException)
        {
            // Being written, or gone with its test.
            return TimeSpan.Zero;
        }
    }
}
