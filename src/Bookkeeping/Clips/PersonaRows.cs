namespace Troubadour.Bookkeeping;

/// <summary>How personas are written.</summary>
public static class PersonaRows
{
    /// <summary>Adds one, in the transaction that pays for it.</summary>
    public static void Insert(BookTransaction transaction, Persona persona) =>
        transaction.Execute(
            """
            INSERT INTO personas(id,account_id,name,description,clip_id,voice,created_at)
            VALUES(@Id,@AccountId,@Name,@Description,@ClipId,@Voice,@CreatedAt)
            """,
            persona
        );
}
