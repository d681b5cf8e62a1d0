namespace Troubadour.Ingest;

/// <summary>
/// Finds the peaks of a <see cref="PowerMap"/>: cells that are louder than all cells near them and, within their band, than nearly all
/// other peaks within half a second. The rule looks at neighbours only, so a cut gives the peaks of the whole but near its ends; it
/// compares powers only, so gain does not matter. Each band gets its share, so that neither drums nor bass hold all the peaks.
/// </summary>
internal static class PeakFinder
{
    private const int LowestBin = 16;
    private const int HighestBin = 389;
    private const int HalfFrames = 6;

    // -100 dB of full scale.
    private const float Floor = 1e-10f;

    // 172, 431, 861, 1507, 2476 and 4199 Hz.
    private static readonly int[] Edges = [LowestBin, 40, 80, 140, 230, HighestBin + 1];

    /// <summary>Whether peaks are looked for in a bin.</summary>
    public static bool IsHeard(int bin) => bin is >= LowestBin and <= HighestBin;

    /// <summary>The peaks, by frame and then by bin.</summary>
    /// <param name="map">Where.</param>
    /// <param name="perSecond">How many may stand in each band and second.</param>
    public static List<SpectralPeak> Find(PowerMap map, int perSecond)
    {
        var bands = new List<SpectralPeak>[Edges.Length - 1];
        for (var band = 0; band < bands.Length; band++)
        {
            bands[band] = Thin(FindBand(map, band), perSecond);
        }

        List<SpectralPeak> all = [.. bands.SelectMany(peaks => peaks)];
        all.Sort((a, b) => a.Frame != b.Frame ? a.Frame.CompareTo(b.Frame) : a.Bin.CompareTo(b.Bin));
        return all;
    }

    private static List<SpectralPeak> FindBand(PowerMap map, int band)
    {
        var peaks = new List<SpectralPeak>();
        for (var frame = 0; frame < map.Frames; frame++)
        {
            var row = map[frame];
            for (var bin = Edges[band]; bin < Edges[band + 1]; bin++)
            {
                var power = row[bin];
                if (power > Floor && power > row[bin - 1] && power >= row[bin + 1] && IsPeak(map, frame, bin, power))
                {
                    peaks.Add(new(frame, bin, band, power));
                }
            }
        }

        return peaks;
    }

    private static bool IsPeak(PowerMap map, int frame, int bin, float power)
    {
        var half = Math.Clamp(bin / 12, 4, 16);
        var last = Math.Min(map.Frames - 1, frame + HalfFrames);
        for (var f = Math.Max(0, frame - HalfFrames); f <= last; f++)
        {
            // Of equal cells the first one counts.
            var row = map[f].Slice(bin - half, 2 * half + 1);
            for (var i = 0; i < row.Length; i++)
            {
                if (row[i] > power || (row[i] == power && (f < frame || (f == frame && i < half))))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static List<SpectralPeak> Thin(List<SpectralPeak> peaks, int most)
    {
        const int Reach = PowerMap.Rate / (2 * PowerMap.Hop);
        var kept = new List<SpectralPeak>();
        var start = 0;
        foreach (var peak in peaks)
        {
            while (peaks[start].Frame < peak.Frame - Reach)
            {
                start++;
            }

            var louder = 0;
            for (var i = start; i < peaks.Count && peaks[i].Frame <= peak.Frame + Reach; i++)
            {
                louder += peaks[i].Power > peak.Power ? 1 : 0;
            }

            if (louder < most)
            {
                kept.Add(peak);
            }
        }

        return kept;
    }
}
