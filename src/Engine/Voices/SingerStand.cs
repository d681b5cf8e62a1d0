using Troubadour.Music;
using Troubadour.Singing;

namespace Troubadour.Engine;

/// <summary>Sings phrases for a song, or takes them from the shelf where they were sung before.</summary>
/// <param name="singer">Who can sing.</param>
/// <param name="voice">The song's lead.</param>
/// <param name="seed">The seed of its takes.</param>
/// <param name="shelf">Where takes are kept; null keeps them in memory.</param>
internal sealed class SingerStand(ISinger singer, VoiceSpec voice, long seed, TakeShelf? shelf)
{
    /// <summary>The take of a phrase.</summary>
    public KeptTake Sing(PhraseScore score)
    {
        var who = SecondVoice.Of(voice, score.Layer);
        if (shelf is null)
        {
            var take = singer.Sing(score, who, seed);
            return new KeptTake(take.Start, take.Words, () => take.Samples);
        }

        var key = TakeKey.Of(singer.Fingerprint, score, who, seed);
        var kept = shelf.Find(key);
        if (kept is null)
        {
            kept = singer.Sing(score, who, seed);
            shelf.Keep(key, kept);
        }

        return new KeptTake(kept.Start, kept.Words, () => (shelf.Find(key) ?? singer.Sing(score, who, seed)).Samples);
    }
}
