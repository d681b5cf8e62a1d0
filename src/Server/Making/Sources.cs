using Troubadour.Bookkeeping;
using Troubadour.Music;
using Troubadour.Server.Http;
using Troubadour.Server.Uploads;
using Troubadour.Server.Working;

namespace Troubadour.Server.Making;

/// <summary>Finds the clips that callers name, with the songs behind them.</summary>
internal sealed class Sources(ClipBook clips, SourceSongs songs, UploadSongs uploads)
{
    /// <summary>A clip of the account, whatever its kind and state.</summary>
    /// <exception cref="ApiException">400: there is none.</exception>
    public async Task<Clip> FindAsync(Caller caller, string id, CancellationToken cancellation) =>
        await clips.FindAsync(caller.AccountId, id, cancellation) ?? throw Refusals.ClipNotFound();

    /// <summary>A finished clip of the account with its song; an upload that has none yet is listened to first.</summary>
    /// <exception cref="ApiException">400: there is none, it is not ready, or an upload could not be understood.</exception>
    public async Task<(Clip Clip, Song Song)> ReadAsync(Caller caller, string id, CancellationToken cancellation)
    {
        var clip = await FindAsync(caller, id, cancellation);
        if (clip.Kind == ClipKind.Upload && !await uploads.EnsureAsync(clip, null, cancellation))
        {
            throw Refusals.NotAnalysed();
        }

        return clip.State == TaskState.Succeeded && await songs.ReadAsync(clip.Id, cancellation) is { } song
            ? (clip, song)
            : throw Refusals.NotReady();
    }
}
