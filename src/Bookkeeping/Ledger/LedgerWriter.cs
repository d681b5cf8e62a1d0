namespace Troubadour.Bookkeeping;

/// <summary>Writes the sides of one transfer.</summary>
internal readonly record struct LedgerWriter(
    BookTransaction Transaction,
    string TransferId,
    string? TaskId,
    string Kind,
    long At,
    string Note
)
{
    public void Add(string purse, string? accountId, long amount)
    {
        if (amount == 0)
        {
            return;
        }

        Transaction.Execute(
            """
            INSERT INTO ledger(transfer_id,task_id,account_id,purse,kind,amount,at,note)
            VALUES(@TransferId,@TaskId,@accountId,@purse,@Kind,@amount,@At,@Note)
            """,
            new
            {
                TransferId,
                TaskId,
                accountId,
                purse,
                Kind,
                amount,
                At,
                Note,
            }
        );
    }

    public void MoveBalance(string accountId, long credits, long extraCredits) =>
        Transaction.Execute(
            "UPDATE accounts SET credits=credits+@credits, extra_credits=extra_credits+@extraCredits WHERE id=@accountId",
            new
            {
                credits,
                extraCredits,
                accountId,
            }
        );
}
