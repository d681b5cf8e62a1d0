namespace Troubadour.Load.Bench;

/// <summary>How much is measured.</summary>
/// <param name="Span">How long each kind of call is made.</param>
/// <param name="Songs">Songs of the real engine for each number of workers.</param>
/// <param name="SongSeconds">Their length.</param>
/// <param name="Queues">Numbers of open tasks.</param>
/// <param name="Accounts">Numbers of accounts.</param>
/// <param name="Claims">How often the way of one task through a full queue is timed.</param>
internal sealed record Scale(
    TimeSpan Span,
    int Songs,
    int SongSeconds,
    IReadOnlyList<int> Queues,
    IReadOnlyList<int> Accounts,
    int Claims
)
{
    public static Scale Full { get; } =
        new(TimeSpan.FromSeconds(6), 4, 60, [10, 1_000, 10_000], [10, 1_000, 100_000], 12);

    /// <summary>To see that everything runs; its figures mean little.</summary>
    public static Scale Quick { get; } = new(TimeSpan.FromSeconds(3), 2, 30, [10, 300], [10, 1_000], 5);
}
