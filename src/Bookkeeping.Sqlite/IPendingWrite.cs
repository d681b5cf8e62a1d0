using System.Data.Common;

namespace Troubadour.Bookkeeping.Sqlite;

/// <summary>A write that waits for its turn and its commit.</summary>
internal interface IPendingWrite
{
    /// <summary>Runs the statements; false when they threw and must be taken back.</summary>
    bool Run(BookTransaction transaction);

    /// <summary>Tells the waiting caller, after the commit.</summary>
    void Answer();

    /// <summary>Tells the waiting caller that the commit failed.</summary>
    void Fail(DbException exception);
}
