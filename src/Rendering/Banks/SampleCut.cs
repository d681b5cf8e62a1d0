namespace Troubadour.Rendering;

/// <summary>Which part of a sample is played and how: the key of the cache. Counted in points from the sample's start.</summary>
internal readonly record struct SampleCut(int Sample, int Start, int End, int LoopStart, int LoopEnd, bool IsLooped)
{
    private const int Coarse = 32768;

    /// <summary>The cut a region asks for, moved inside the sample; a loop that makes no sense is dropped.</summary>
    /// <param name="region">The region.</param>
    /// <param name="length">Points in the sample.</param>
    /// <param name="looped">Whether the loop is wanted.</param>
    public static SampleCut Of(Region region, int length, bool looped)
    {
        var sample = region.Sample;
        var start = Offset(region, Generator.StartOffset, Generator.StartCoarseOffset);
        var end = length + Offset(region, Generator.EndOffset, Generator.EndCoarseOffset);
        end = Math.Clamp(end, 0, length);
        start = Math.Clamp(start, 0, end);
        var loopStart = sample.LoopStart + Offset(region, Generator.LoopStartOffset, Generator.LoopStartCoarseOffset);
        var loopEnd = sample.LoopEnd + Offset(region, Generator.LoopEndOffset, Generator.LoopEndCoarseOffset);
        var usable = loopStart >= start && loopEnd > loopStart && loopEnd <= length;
        return looped && usable
            ? new SampleCut(
                sample.Index,
                (int)start,
                (int)loopEnd,
                (int)(loopStart - start),
                (int)(loopEnd - start),
                true
            )
            : new SampleCut(sample.Index, (int)start, (int)end, 0, 0, false);
    }

    private static long Offset(Region region, Generator fine, Generator coarse) =>
        region[fine] + (long)Coarse * region[coarse];
}
