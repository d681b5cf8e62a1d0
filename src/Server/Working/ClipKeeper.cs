using Troubadour.Bookkeeping;
using Troubadour.Engine;
using Troubadour.Server.Telemetry;
using Troubadour.Storage;

namespace Troubadour.Server.Working;

/// <summary>Stores the files of made clips and ends them in the books; files of attempts that came to nothing are removed.</summary>
internal sealed class ClipKeeper(WorkBook work, IBlobStore blobs, Meters meters, TimeProvider clock)
{
    /// <summary>Keeps the clips that one order made.</summary>
    /// <param name="task">The task.</param>
    /// <param name="clips">The clips.</param>
    /// <param name="song">What the engine tells of them.</param>
    /// <param name="directory">Where the engine wrote.</param>
    /// <param name="isLast">True when the task ends with them.</param>
    /// <param name="streaming">True to tell the task's caller that there is something to hear.</param>
    /// <returns>False when the attempt is over.</returns>
    public async Task<bool> KeepAsync(
        ClaimedTask task,
        IReadOnlyList<OpenClip> clips,
        MadeSong song,
        string directory,
        bool isLast,
        bool streaming
    )
    {
        var finished = new List<FinishedClip>();
        foreach (var clip in clips)
        {
            for (var attempt = 1; attempt < task.Attempt; attempt++)
            {
                await blobs.DeleteFolderAsync(ClipFiles.Folder(clip.Id, attempt));
            }

            finished.Add(await StoreAsync(task, clip, song, directory));
        }

        var kept = isLast
            ? await work.FinishAsync(task.Id, task.Attempt, finished)
            : await work.KeepAsync(task.Id, task.Attempt, finished, streaming);
        if (!kept)
        {
            await DropAsync(clips, task.Attempt);
            return false;
        }

        foreach (var clip in clips)
        {
            // What is dropped when a later order fails is not this one's.
            clip.State = TaskState.Succeeded;
        }

        if (isLast)
        {
            meters.Ended(task.Family, TaskState.Succeeded);
        }

        return true;
    }

    /// <summary>Removes what was stored of clips that are not made.</summary>
    public async Task DropAsync(IReadOnlyList<OpenClip> clips, int? attempt = null)
    {
        foreach (var clip in clips.Where(clip => clip.State != TaskState.Succeeded))
        {
            await blobs.DeleteFolderAsync(ClipFiles.Folder(clip.Id, attempt), CancellationToken.None);
        }
    }

    /// <summary>Removes everything that was stored of a clip.</summary>
    public ValueTask DropAsync(string clipId) =>
        blobs.DeleteFolderAsync(ClipFiles.Folder(clipId), CancellationToken.None);

    /// <summary>Stores a folder's files as a clip's.</summary>
    public async Task<List<Blob>> StoreAsync(string clipId, int attempt, string folder)
    {
        var rows = new List<Blob>();
        foreach (var file in ClipFiles.All)
        {
            var path = Path.Combine(folder, file.Name);
            if (!File.Exists(path))
            {
                continue;
            }

            var stored = await blobs.PutAsync($"{ClipFiles.Folder(clipId, attempt)}/{file.Name}", path);
            rows.Add(
                new Blob
                {
                    ClipId = clipId,
                    Kind = file.Kind,
                    Path = stored.Key,
                    Bytes = stored.Bytes,
                    Sha256 = stored.Sha256,
                    ContentType = file.ContentType,
                    CreatedAt = clock.GetUtcNow().ToUnixTimeMilliseconds(),
                }
            );
        }

        return rows;
    }

    private async Task<FinishedClip> StoreAsync(ClaimedTask task, OpenClip clip, MadeSong song, string directory)
    {
        var folder = clip.Kind == ClipKind.Stem ? Path.Combine(directory, StemNames.Folder(clip.Stem)) : directory;
        return new FinishedClip(
            clip.Id,
            song.Title,
            song.Lyrics,
            song.Seconds,
            song.Genre,
            song.Mood,
            song.Gender?.ToString() ?? "",
            song.Timbre?.ToString() ?? "",
            song.Seed
        )
        {
            Blobs = await StoreAsync(clip.Id, task.Attempt, folder),
        };
    }
}
