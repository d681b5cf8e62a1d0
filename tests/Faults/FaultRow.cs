namespace Troubadour.Faults;

/// <summary>What came of a burst of tasks while something broke.</summary>
/// <param name="Fault">What broke.</param>
/// <param name="Tasks">How many tasks.</param>
/// <param name="Lost">Those without a good end.</param>
/// <param name="Doubled">Those that were booked, settled, told or stored more than once.</param>
/// <param name="Mischarged">Faults of the ledger, and credits that are not where they belong.</param>
/// <param name="Orphans">Files without a row, and rows without a file.</param>
/// <param name="ExtraStarts">Claims beyond one a task.</param>
/// <param name="RecoverySeconds">The longest time that a dropped task lay; 0 when none was dropped.</param>
/// <param name="Seconds">From the first create to the last end.</param>
public sealed record FaultRow(
    string Fault,
    int Tasks,
    int Lost,
    int Doubled,
    int Mischarged,
    int Orphans,
    int ExtraStarts,
    double RecoverySeconds,
    double Seconds
)
{
    /// <summary>Whether all columns that must be zero are.</summary>
    public bool IsClean => Lost == 0 && Doubled == 0 && Mischarged == 0 && Orphans == 0;
}
