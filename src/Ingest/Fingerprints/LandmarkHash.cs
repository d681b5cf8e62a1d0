namespace Troubadour.Ingest;

/// <summary>How a pair of peaks is packed into 32 bits: bin of the first, bin of the second, frames between them.</summary>
internal static class LandmarkHash
{
    private const int BinBits = 10;
    private const int GapBits = 12;
    private const uint BinMask = (1u << BinBits) - 1;
    private const uint GapMask = (1u << GapBits) - 1;

    /// <summary>Packs a pair.</summary>
    public static uint Of(int firstBin, int secondBin, int gap) =>
        ((uint)firstBin << (BinBits + GapBits)) | ((uint)secondBin << GapBits) | (uint)gap;

    /// <summary>Unpacks a pair.</summary>
    public static (int FirstBin, int SecondBin, int Gap) Parts(uint hash) =>
        ((int)(hash >> (BinBits + GapBits)), (int)((hash >> GapBits) & BinMask), (int)(hash & GapMask));

    /// <summary>Whether the peak finder can have made it.</summary>
    public static bool IsPossible(uint hash)
    {
        var (first, second, gap) = Parts(hash);
        return PeakFinder.IsHeard(first)
            && PeakFinder.IsHeard(second)
            && gap is >= PeakPairs.LeastGap and <= PeakPairs.MostGap;
    }
}
