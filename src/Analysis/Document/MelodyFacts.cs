using System.Collections.Immutable;

namespace Troubadour.Analysis;

/// <summary>The leading tune.</summary>
/// <param name="FramesPerSecond">Frames a second.</param>
/// <param name="Hz">The fundamental frequency of each frame; 0 where there is no tune.</param>
/// <param name="Notes">The tune as notes, in rising time.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record MelodyFacts(
    int FramesPerSecond,
    ImmutableArray<float> Hz,
    ImmutableArray<NoteEstimate> Notes,
    double Confidence
);
