using Troubadour.Bookkeeping;
using Troubadour.Engine;
using Troubadour.Server.Telemetry;
using Troubadour.Storage;

namespace Troubadour.Server.Working;

/// <summary>Stores the files of a made song and ends its task; files of attempts that came to nothing are removed.</summary>
internal sealed class ClipKeeper(WorkBook work, IBlobStore blobs, Meters meters, TimeProvider clock)
{
    public async Task KeepAsync(ClaimedTask task, MadeSong song, string directory)
    {
        for (var attempt = 1; attempt < task.Attempt; attempt++)
        {
            await blobs.DeleteFolderAsync(ClipFiles.Folder(task.Id, attempt));
        }

        var rows = await StoreAsync(task, directory);
        var finished = new FinishedSong(
            song.Lyrics,
            song.Seconds,
            song.Genre,
            song.Mood,
            song.Gender?.ToString() ?? "",
            song.Timbre?.ToString() ?? "",
            song.Seed
        );
        if (await work.FinishAsync(task.Id, task.Attempt, finished, rows))
        {
            meters.Ended(task.Family, TaskState.Succeeded);
        }
        else
        {
            await blobs.DeleteFolderAsync(ClipFiles.Folder(task.Id, task.Attempt));
        }
    }

    private async Task<List<Blob>> StoreAsync(ClaimedTask task, string directory)
    {
        var rows = new List<Blob>();
        foreach (var file in ClipFiles.All)
        {
            var path = Path.Combine(directory, file.Name);
            if (!File.Exists(path))
            {
                continue;
            }

            var stored = await blobs.PutAsync($"{ClipFiles.Folder(task.Id, task.Attempt)}/{file.Name}", path);
            rows.Add(
                new Blob
                {
                    TaskId = task.Id,
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
}
