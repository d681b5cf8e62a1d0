using System.Collections.Immutable;

namespace Troubadour.Singing;

/// <summary>A rendered phrase.</summary>
/// <param name="Start">Song time of the first sample in seconds, a whole number of samples at 44,100 Hz; before the first note, and
/// below 0 when the first note leaves no time for breath and consonants.</param>
/// <param name="Samples">Mono, 44,100 Hz, within ±0.6.</param>
/// <param name="Phones">The phones in order, without silences.</param>
/// <param name="Words">The words in order.</param>
public sealed record SungPhrase(
    double Start,
    float[] Samples,
    ImmutableArray<PhoneTiming> Phones,
    ImmutableArray<WordTiming> Words
);
