using Troubadour.Audio;
using Troubadour.Mixing;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>
/// Gives a song whose band or voices are exchanged the balance that holds what stays. A source that knows no gains, as of an older version, is
/// mixed once as it is: what is held then is what its stems would be.
/// </summary>
internal sealed class SwapSource(MakeJob job)
{
    /// <summary>The song with its balance, and all that lies under a stretch recorded anew with its own; other songs as they are.</summary>
    public Song Balanced(Song song)
    {
        if (job.Request.Source is { } source && LiveSong.HasTape(source))
        {
            return Released(song);
        }

        var clarity = job.Request.Order.Brief.Clarity;
        return job.Request.Order.Kind switch
        {
            OrderKind.SwapSound => Balanced(song, job.Request.Source!, state => SwapBalance.Voices(state, clarity)),
            OrderKind.SwapVocals => Balanced(song, job.Request.Source!, state => SwapBalance.Band(state, clarity)),
            _ => song,
        };
    }

    private Song Balanced(Song song, Song source, Func<MixState, MixState> hold) =>
        song with
        {
            MixState = hold(Balance(source)),
            PunchIn =
                song.PunchIn is { } punch && source.PunchIn is { } old
                    ? punch with
                    {
                        Before = Balanced(punch.Before, old.Before, hold),
                    }
                    : null,
        };

    // Beside a recording all is balanced anew: what stays of it comes with one level.
    private static Song Released(Song song) =>
        song with
        {
            MixState = null,
            PunchIn = song.PunchIn is { } punch ? punch with { Before = Released(punch.Before) } : null,
        };

    private MixState Balance(Song source)
    {
        var frames = (int)Math.Round(source.Seconds * SampleRate.House);
        return HeldTrack.IsWhole(source.MixState, frames) ? source.MixState! : Mixed(source).MixState!;
    }

    private Song Mixed(Song source) =>
        new MixDesk(source, job.Sing(source), job.Parts.Players, job.Options.Threads)
            .Run(new MixOptions(), job.Cancellation)
            .Song;
}
