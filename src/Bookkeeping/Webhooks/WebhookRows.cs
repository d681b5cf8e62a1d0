namespace Troubadour.Bookkeeping;

/// <summary>Writes down what a task's caller is owed, in the transaction that makes it so.</summary>
internal static class WebhookRows
{
    /// <summary>Adds the message, where the task has an address for it and none of this event yet.</summary>
    public static void Owe(BookTransaction transaction, string taskId, string @event, long now) =>
        transaction.Execute(
            """
            INSERT INTO webhooks(id,task_id,account_id,event,url,secret,state,tries,next_at,created_at)
            SELECT @id,id,account_id,@event,webhook_url,webhook_secret,'waiting',0,@now,@now FROM tasks
            WHERE id=@taskId AND webhook_url IS NOT NULL
              AND NOT EXISTS(SELECT 1 FROM webhooks WHERE task_id=@taskId AND event=@event)
            """,
            new
            {
                id = Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(now)).ToString(),
                taskId,
                @event,
                now,
            }
        );
}
