using Troubadour.Bookkeeping;
using Troubadour.Music;
using Troubadour.Server.Http;
using Troubadour.Server.Working;

namespace Troubadour.Server.Making;

/// <summary>Finds the clips that callers name, with the songs behind them.</summary>
internal sealed class Sources(ClipBook clips, SourceSongs songs)
{
    /// <summary>A clip of the account, whatever its kind and state.</summary>
    /// <exception cref="ApiException">400: there is none.</exception>
    public async Task<Clip> FindAsync(Caller caller, string id, CancellationToken cancellation) =>
        await clips.FindAsync(caller.AccountId, id, cancellation) ?? throw Refusals.ClipNotFound();

    /// <summary>What an edit of uploads answers: the clip is none, or nothing is known of it yet.</summary>
    /// <exception cref="ApiException">400: there is no such clip.</exception>
    public async Task<ApiException> RefuseUploadAsync(
        Caller caller,
        string id,
        string taskType,
        CancellationToken cancellation
    )
    {
        var clip = await FindAsync(caller, id, cancellation);
        return clip.Kind == ClipKind.Upload
            ? Refusals.NotAnalysed()
            : ApiException.BadRequest(
                $"{taskType} is for uploads; for this clip use {taskType.Replace("_upload", "", StringComparison.Ordinal)}."
            );
    }

    /// <summary>A finished clip of the account with its song.</summary>
    /// <exception cref="ApiException">400: there is none, it is not ready, or it is an upload.</exception>
    public async Task<(Clip Clip, Song Song)> ReadAsync(Caller caller, string id, CancellationToken cancellation)
    {
        var clip = await FindAsync(caller, id, cancellation);
        if (clip.Kind == ClipKind.Upload)
        {
            throw Refusals.NotAnalysed();
        }

        return clip.State == TaskState.Succeeded && await songs.ReadAsync(clip.Id, cancellation) is { } song
            ? (clip, song)
            : throw Refusals.NotReady();
    }
}
