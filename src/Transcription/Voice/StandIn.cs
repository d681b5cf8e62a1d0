using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Transcription;

/// <summary>The singer that stands in for the one who was heard.</summary>
internal static class StandIn
{
    // Between the middles of what women and men usually sing.
    private const int HighestMiddleOfMen = 60;

    /// <summary>The singer asked for, else one by the tune's middle height, in person drawn from the seed.</summary>
    public static VoiceSpec Of(ImmutableArray<VocalPhrase> phrases, TranscriptionOptions options)
    {
        var keys = phrases.SelectMany(phrase => phrase.Notes).Select(note => note.Key).Order().ToList();
        var middle = keys[keys.Count / 2];
        return options.Voice
            ?? new(middle > HighestMiddleOfMen ? Gender.Female : Gender.Male, Timbre.Warm)
            {
                Person = 1 + (long)(new RandomStream(options.Seed, "person").NextBits() >> 16),
            };
    }
}
