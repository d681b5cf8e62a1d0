namespace Troubadour.Bookkeeping;

/// <summary>How clips are read and written.</summary>
internal static class ClipRows
{
    public const string Columns = """
        id AS Id, account_id AS AccountId, task_id AS TaskId, position AS Position, family AS Family, kind AS Kind, state AS State,
        stem AS Stem, source_id AS SourceId, model AS Model, title AS Title, tags AS Tags, lyrics AS Lyrics, genre AS Genre,
        mood AS Mood, gender AS Gender, timbre AS Timbre, seconds AS Seconds, seed AS Seed, asked AS Asked, error_text AS ErrorText,
        created_at AS CreatedAt, finished_at AS FinishedAt, deleted_at AS DeletedAt
        """;

    /// <summary>The clips that a task promises.</summary>
    public static void Insert(BookTransaction transaction, string taskId, NewTask task, DateTimeOffset now)
    {
        for (var i = 0; i < task.Clips.Count; i++)
        {
            var clip = task.Clips[i];
            transaction.Execute(
                """
                INSERT INTO clips(id,account_id,task_id,position,family,kind,state,stem,source_id,model,title,tags,lyrics,genre,mood,
                                  gender,timbre,asked,created_at)
                VALUES(@id,@AccountId,@taskId,@i,@Family,@Kind,'queued',@Stem,@SourceId,@Model,@Title,@Tags,'',@Genre,@Mood,
                       @Gender,@Timbre,@Asked,@at)
                """,
                new
                {
                    id = clip.HasTaskId ? taskId : Guid.CreateVersion7(now).ToString(),
                    task.Caller.AccountId,
                    taskId,
                    i,
                    task.Family,
                    clip.Kind,
                    clip.Stem,
                    clip.SourceId,
                    clip.Model,
                    clip.Title,
                    clip.Tags,
                    clip.Genre,
                    clip.Mood,
                    clip.Gender,
                    clip.Timbre,
                    clip.Asked,
                    at = now.ToUnixTimeMilliseconds(),
                }
            );
        }
    }

    /// <summary>Ends a clip well. What was told before of title, genre, mood, gender and timbre stays.</summary>
    public static void Finish(BookTransaction transaction, FinishedClip clip, long now)
    {
        transaction.Execute(
            """
            UPDATE clips SET state='succeeded', finished_at=@now, lyrics=@Lyrics, seconds=@Seconds, seed=@Seed,
                   title=COALESCE(NULLIF(title,''),@Title), genre=COALESCE(NULLIF(genre,''),@Genre),
                   mood=COALESCE(NULLIF(mood,''),@Mood), gender=COALESCE(NULLIF(gender,''),@Gender),
                   timbre=COALESCE(NULLIF(timbre,''),@Timbre)
            WHERE id=@Id
            """,
            new
            {
                clip.Id,
                clip.Title,
                clip.Lyrics,
                clip.Seconds,
                clip.Genre,
                clip.Mood,
                clip.Gender,
                clip.Timbre,
                clip.Seed,
                now,
            }
        );
        Insert(transaction, clip.Blobs);
    }

    /// <summary>Files of clips, in the place of older ones of their kinds.</summary>
    public static void Insert(BookTransaction transaction, IEnumerable<Blob> blobs)
    {
        foreach (var blob in blobs)
        {
            transaction.Execute(
                """
                INSERT INTO blobs(clip_id,kind,path,bytes,sha256,content_type,created_at)
                VALUES(@ClipId,@Kind,@Path,@Bytes,@Sha256,@ContentType,@CreatedAt)
                ON CONFLICT(clip_id,kind) DO UPDATE SET path=excluded.path, bytes=excluded.bytes, sha256=excluded.sha256,
                    content_type=excluded.content_type, created_at=excluded.created_at
                """,
                blob
            );
        }
    }

    /// <summary>Ends the clips of a task that are not made, with the task's own words.</summary>
    public static void End(BookTransaction transaction, string taskId, string state, string text, long now) =>
        transaction.Execute(
            """
            UPDATE clips SET state=@state, error_text=@text, finished_at=@now
            WHERE task_id=@taskId AND state IN('queued','running')
            """,
            new
            {
                taskId,
                state,
                text,
                now,
            }
        );
}
