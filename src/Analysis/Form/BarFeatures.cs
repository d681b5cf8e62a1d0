namespace Troubadour.Analysis;

/// <summary>What each bar sounds like: its pitch classes, its timbre, its loudness.</summary>
internal sealed class BarFeatures
{
    private const int Parts = 4;
    private const int TimbresPerSecond = OnsetCurves.Rate / OnsetCurves.FramesPerTimbre;

    public BarFeatures(double[] edges, ChromaFrames chroma, OnsetCurves curves)
    {
        Edges = edges;
        Chroma = new double[Count][];
        Timbre = new double[Count][];
        Energy = new double[Count];
        for (var bar = 0; bar < Count; bar++)
        {
            Chroma[bar] = Pitches(edges[bar], edges[bar + 1], chroma);
            Timbre[bar] = Colours(edges[bar], edges[bar + 1], curves.Timbre);
            Energy[bar] = Timbre[bar].Average();
        }

        Standardise(Timbre);
    }

    /// <summary>Seconds where bars begin, and the end of the last.</summary>
    public double[] Edges { get; }

    /// <summary>Bars.</summary>
    public int Count => Math.Max(0, Edges.Length - 1);

    /// <summary>Pitch classes of upper notes and bass in the four parts of each bar.</summary>
    public double[][] Chroma { get; }

    /// <summary>Log magnitudes in bands, each of mean 0 and spread 1 over the song.</summary>
    public double[][] Timbre { get; }

    /// <summary>Mean log magnitude.</summary>
    public double[] Energy { get; }

    private static double[] Pitches(double start, double end, ChromaFrames chroma)
    {
        var values = new double[Parts * 24];
        for (var p = 0; p < Parts; p++)
        {
            var (from, to) = (start + (end - start) * p / Parts, start + (end - start) * (p + 1) / Parts);
            chroma.Treble(from, to, values.AsSpan(24 * p, 12));
            chroma.Bass(from, to, values.AsSpan(24 * p + 12, 12));
        }

        return values;
    }

    private static double[] Colours(double start, double end, float[][] timbre)
    {
        var from = Math.Clamp((int)Math.Round(start * TimbresPerSecond), 0, timbre.Length - 1);
        var to = Math.Clamp((int)Math.Round(end * TimbresPerSecond), from + 1, timbre.Length);
        var values = new double[timbre[0].Length];
        for (var k = from; k < to; k++)
        {
            for (var b = 0; b < values.Length; b++)
            {
                values[b] += timbre[k][b] / (to - from);
            }
        }

        return values;
    }

    private static void Standardise(double[][] rows)
    {
        for (var b = 0; rows.Length > 0 && b < rows[0].Length; b++)
        {
            var mean = rows.Average(r => r[b]);
            var spread = Math.Sqrt(rows.Average(r => (r[b] - mean) * (r[b] - mean))) + 1e-3;
            foreach (var row in rows)
            {
                row[b] = (row[b] - mean) / spread;
            }
        }
    }
}
