using Troubadour.Music;

namespace Troubadour.Portraits;

/// <summary>Makes the table of portraits from clips of known voices.</summary>
internal static class PortraitTableMaker
{
    // So much of the covariance is its diagonal's alone, so that chance correlations do not count.
    private const double Shrinkage = 0.1;
    private const double Least = 1e-3;

    // Semitones that a song may lie above or below the keys that its voice sings in the table.
    private const double KeyFreedom = 4;

    /// <summary>Makes the table; several clips of each voice are needed.</summary>
    public static PortraitTable Make(IReadOnlyList<(VoiceSpec Voice, double[][] Clips)> voices)
    {
        var rows = new PortraitRow[voices.Count];
        var covariance = new double[PortraitFeatures.Count, PortraitFeatures.Count];
        var freedom = 0;
        for (var v = 0; v < voices.Count; v++)
        {
            var (voice, clips) = voices[v];
            var mean = Mean(clips);
            rows[v] = new PortraitRow(voice.Gender, voice.Timbre, voice.Person, [.. mean.Select(x => Rounded(x, 3))]);
            freedom += clips.Length - 1;
            foreach (var clip in clips)
            {
                for (var i = 0; i < mean.Length; i++)
                {
                    for (var k = 0; k < mean.Length; k++)
                    {
                        covariance[i, k] += (clip[i] - mean[i]) * (clip[k] - mean[k]);
                    }
                }
            }
        }

        for (var i = 0; i < PortraitFeatures.Count; i++)
        {
            for (var k = 0; k < PortraitFeatures.Count; k++)
            {
                covariance[i, k] *= (i == k ? 1 : 1 - Shrinkage) / freedom;
            }

            covariance[i, i] += Least;
        }

        return new PortraitTable(InverseFactor(covariance), rows);
    }

    /// <summary>
    /// The table with a spread that is half what it was and half how far clips out of songs lie from their voice's rows.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="clips">Portraits' features, and whose they are; persons do not count.</param>
    public static PortraitTable Widened(PortraitTable table, IReadOnlyList<(VoiceSpec Voice, double[] Features)> clips)
    {
        var size = PortraitFeatures.Count;
        var covariance = Covariance(table.Whitening);
        for (var i = 0; i < size; i++)
        {
            for (var k = 0; k < size; k++)
            {
                covariance[i, k] *= 0.5;
            }
        }

        foreach (var (voice, features) in clips)
        {
            var rows = table.Rows.Where(row => row.Gender == voice.Gender && row.Timbre == voice.Timbre);
            var mean = Mean([.. rows.Select(row => row.Features)]);
            for (var i = 0; i < size; i++)
            {
                for (var k = 0; k < size; k++)
                {
                    var share = (i == k ? 1 : 1 - Shrinkage) * 0.5 / clips.Count;
                    covariance[i, k] += share * (features[i] - mean[i]) * (features[k] - mean[k]);
                }
            }
        }

        covariance[0, 0] += KeyFreedom * KeyFreedom;
        return table with { Whitening = InverseFactor(covariance) };
    }

    private static double[] Mean(double[][] clips)
    {
        var mean = new double[PortraitFeatures.Count];
        foreach (var clip in clips)
        {
            for (var i = 0; i < mean.Length; i++)
            {
                mean[i] += clip[i] / clips.Length;
            }
        }

        return mean;
    }

    private static double Rounded(double x, int digits) => Math.Round(x, digits, MidpointRounding.ToEven);

    // The covariance that a whitening was made of: its inverse, times the inverse's transpose.
    private static double[,] Covariance(double[][] whitening)
    {
        var size = whitening.Length;
        var factor = new double[size, size];
        for (var column = 0; column < size; column++)
        {
            for (var i = column; i < size; i++)
            {
                var sum = i == column ? 1.0 : 0;
                for (var k = column; k < i; k++)
                {
                    sum -= whitening[i][k] * factor[k, column];
                }

                factor[i, column] = sum / whitening[i][i];
            }
        }

        var covariance = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            for (var k = 0; k < size; k++)
            {
                for (var j = 0; j <= Math.Min(i, k); j++)
                {
                    covariance[i, k] += factor[i, j] * factor[k, j];
                }
            }
        }

        return covariance;
    }

    // Cholesky, then forward substitution column by column.
    private static double[][] InverseFactor(double[,] covariance)
    {
        var size = covariance.GetLength(0);
        var factor = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            for (var k = 0; k <= i; k++)
            {
                var sum = covariance[i, k];
                for (var j = 0; j < k; j++)
                {
                    sum -= factor[i, j] * factor[k, j];
                }

                factor[i, k] = i == k ? Math.Sqrt(sum) : sum / factor[k, k];
            }
        }

        var inverse = new double[size][];
        for (var i = 0; i < size; i++)
        {
            inverse[i] = new double[i + 1];
            for (var k = 0; k <= i; k++)
            {
                var sum = i == k ? 1.0 : 0;
                for (var j = k; j < i; j++)
                {
                    sum -= factor[i, j] * inverse[j][k];
                }

                inverse[i][k] = Rounded(sum / factor[i, i], 6);
            }
        }

        return inverse;
    }
}
