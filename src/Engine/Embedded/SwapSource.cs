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
    /// <summary>The song with its balance; other songs as they are.</summary>
    public Song Balanced(Song song)
    {
        var order = job.Request.Order;
        return order.Kind switch
        {
            OrderKind.SwapSound => song with { MixState = SwapBalance.Voices(Balance(), order.Brief.Clarity) },
            OrderKind.SwapVocals => song with { MixState = SwapBalance.Band(Balance(), order.Brief.Clarity) },
            _ => song,
        };
    }

    private MixState Balance()
    {
        var source = job.Request.Source!;
        var frames = (int)Math.Round(source.Seconds * SampleRate.House);
        return HeldTrack.IsWhole(source.MixState, frames) ? source.MixState! : Mixed(source).MixState!;
    }

    private Song Mixed(Song source) =>
        new MixDesk(source, job.Sing(source), job.Parts.Bank, job.Options.Threads)
            .Run(new MixOptions(), job.Cancellation)
            .Song;
}
