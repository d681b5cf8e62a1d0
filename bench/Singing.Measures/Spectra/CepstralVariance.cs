namespace Troubadour.Singing.Measures;

/// <summary>
/// The global variance of a voice (Toda and Tokuda 2007): how much each mel-cepstral coefficient moves within a take. Statistical voices are known
/// by moving too little.
/// </summary>
public sealed class CepstralVariance
{
    private readonly MelCepstrum _cepstrum = new();
    private readonly double[] _sums = new double[MelCepstrum.Order];

    /// <summary>Takes with enough frames so far.</summary>
    public int Takes { get; private set; }

    /// <summary>The mean variance of each coefficient over the takes.</summary>
    public IReadOnlyList<double> Means => [.. _sums.Select(s => s / Takes)];

    /// <summary>Adds a take: its voiced frames within vowels, 10 of them at least.</summary>
    /// <param name="samples">Mono at 16 kHz.</param>
    /// <param name="track">Its pitch.</param>
    /// <param name="vowels">Start and end of its vowels, in seconds.</param>
    public void Add(ReadOnlySpan<float> samples, VoiceTrack track, IEnumerable<(double Start, double End)> vowels)
    {
        ArgumentNullException.ThrowIfNull(track);
        ArgumentNullException.ThrowIfNull(vowels);
        var frames = new List<double[]>();
        foreach (var frame in vowels.SelectMany(v => track.Between(v.Start, v.End)).Where(f => f.Hertz > 0))
        {
            frames.Add(_cepstrum.Of(samples, (int)(frame.Time * MelCepstrum.Rate), frame.Hertz));
        }

        if (frames.Count < 10)
        {
            return;
        }

        Takes++;
        for (var m = 0; m < _sums.Length; m++)
        {
            var mean = frames.Average(f => f[m]);
            _sums[m] += frames.Average(f => (f[m] - mean) * (f[m] - mean));
        }
    }

    /// <summary>The mean over coefficients of the ratio of variances: 1 moves as much as the other voice.</summary>
    public double RatioTo(CepstralVariance other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Means.Zip(other.Means, (own, others) => own / others).Average();
    }
}
