using Troubadour.Bookkeeping;
using Troubadour.Music;
using Troubadour.Server.Working;

namespace Troubadour.Server.Families.Sonic;

/// <summary>Finds the clips that callers name, with the songs behind them.</summary>
internal sealed class Sources(ClipBook clips, SourceSongs songs)
{
    /// <summary>A clip of the account, whatever its kind and state.</summary>
    /// <exception cref="Http.ApiException">400: there is none.</exception>
    public async Task<Clip> FindAsync(Caller caller, string id, CancellationToken cancellation) =>
        await clips.FindAsync(caller.AccountId, id, cancellation) ?? throw Errors.ClipNotFound();

    /// <summary>A finished clip of the account with its song.</summary>
    /// <exception cref="Http.ApiException">400: there is none, it is not ready, or it is an upload.</exception>
    public async Task<(Clip Clip, Song Song)> ReadAsync(Caller caller, string id, CancellationToken cancellation)
    {
        var clip = await FindAsync(caller, id, cancellation);
        if (clip.Kind == ClipKind.Upload)
        {
            throw Errors.NotAnalysed();
        }

        return clip.State == TaskState.Succeeded && await songs.ReadAsync(clip.Id, cancellation) is { } song
            ? (clip, song)
            : throw Errors.NotReady();
    }
}
