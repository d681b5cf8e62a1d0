namespace Troubadour.Ingest;

/// <summary>Joins each peak with the next ones in its target zone: soon after it and not far from it in frequency.</summary>
internal static class PeakPairs
{
    /// <summary>Frames between the peaks of a pair, at least.</summary>
    public const int LeastGap = 2;

    /// <summary>Frames between the peaks of a pair, at most (2 s).</summary>
    public const int MostGap = 63;

    private const int MostBins = 96;

    /// <summary>The landmarks, by frame and then by hash.</summary>
    /// <param name="peaks">By frame.</param>
    /// <param name="fanOut">Pairs that a peak may begin.</param>
    public static Landmark[] Of(List<SpectralPeak> peaks, int fanOut)
    {
        var landmarks = new List<Landmark>();
        for (var i = 0; i < peaks.Count; i++)
        {
            var left = fanOut;
            for (var j = i + 1; j < peaks.Count && left > 0; j++)
            {
                var gap = peaks[j].Frame - peaks[i].Frame;
                if (gap > MostGap)
                {
                    break;
                }

                if (gap >= LeastGap && Math.Abs(peaks[j].Bin - peaks[i].Bin) <= MostBins)
                {
                    landmarks.Add(new(LandmarkHash.Of(peaks[i].Bin, peaks[j].Bin, gap), peaks[i].Frame));
                    left--;
                }
            }
        }

        return [.. landmarks.OrderBy(landmark => landmark.Frame).ThenBy(landmark => landmark.Hash)];
    }
}
