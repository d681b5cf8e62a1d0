using Troubadour.Audio;

namespace Troubadour.Separation.Bench;

/// <summary>The ways to separate that are compared. An estimate that a way does not make is null; the fifth is all but the vocals.</summary>
internal static class Methods
{
    /// <summary>The mix as the estimate of everything.</summary>
    public static AudioBuffer?[] Mixture(TrueSong song) => [.. Enumerable.Repeat(song.Mix, 5)];

    /// <summary>Drums by medians (Fitzgerald 2010).</summary>
    public static AudioBuffer?[] Medians(TrueSong song)
    {
        using var separator = new Separator(new EvenNetwork(), new SeparationOptions { MedianShare = 1 });
        return [null, separator.Separate(song.Mix)[Stem.Drums], null, null, null];
    }

    /// <summary>Voice and backing by repetition (Rafii and Pardo 2012).</summary>
    public static AudioBuffer?[] Repetition(TrueSong song)
    {
        var backing = RepetSim.Backing(song.Mix);
        return [Signals.Difference(song.Mix, backing), null, null, null, backing];
    }

    /// <summary>The separator.</summary>
    public static AudioBuffer?[] Network(TrueSong song, Separator separator)
    {
        var stems = separator.Separate(song.Mix);
        return
        [
            .. Enum.GetValues<Stem>().Select(stem => stems[stem]),
            Signals.Difference(song.Mix, stems[Stem.Vocals]),
        ];
    }

    /// <summary>The ratio of the true powers in every bin: what masks of this kind could reach.</summary>
    public static AudioBuffer?[] Oracle(TrueSong song)
    {
        var mix = new Spectrogram(song.Mix);
        var parts = song.Stems.Select(stem => new Spectrogram(stem)).ToArray();
        var estimates = new AudioBuffer?[5];
        for (var stem = 0; stem < parts.Length; stem++)
        {
            var own = parts[stem];
            estimates[stem] = mix.Masked(
                (frame, channel, bin) =>
                    own.Power(frame, channel, bin) / (parts.Sum(part => part.Power(frame, channel, bin)) + 1e-9f)
            );
        }

        estimates[4] = Signals.Difference(song.Mix, estimates[0]!);
        return estimates;
    }

    private sealed class EvenNetwork : IMaskNetwork
    {
        public int Parts => Grid.Stems;

        public void Run(ReadOnlyMemory<float> powers, int frames, Memory<float> masks) => masks.Span.Fill(0.25f);
    }
}
