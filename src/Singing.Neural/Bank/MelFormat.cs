namespace Troubadour.Singing.Neural;

/// <summary>What a mel spectrogram's numbers mean; acoustic model and vocoder must agree.</summary>
/// <param name="Bins">Bands.</param>
/// <param name="Base">Base of the logarithm, "10" or "e"; this alone may differ, for it can be converted.</param>
/// <param name="Scale">"slaney" or "htk".</param>
/// <param name="LowHz">Lower edge.</param>
/// <param name="HighHz">Upper edge.</param>
/// <param name="Window">Samples of the analysis window.</param>
/// <param name="Fft">Samples of the transform.</param>
internal sealed record MelFormat(int Bins, string Base, string Scale, double LowHz, double HighHz, int Window, int Fft)
{
    /// <summary>Reads a configuration's format.</summary>
    /// <exception cref="InvalidDataException">A value is out of range.</exception>
    public static MelFormat Read(BankSettings settings) =>
        new(
            settings.Integer("num_mel_bins", 128, 8, 1024),
            settings.Word("mel_base", "10", "10", "e"),
            settings.Word("mel_scale", "slaney", "slaney", "htk"),
            settings.Number("mel_fmin", 40, 0, 48_000),
            settings.Number("mel_fmax", 16_000, 1, 48_000),
            settings.Integer("win_size", 2048, 32, 65_536),
            settings.Integer("fft_size", 2048, 32, 65_536)
        );

    /// <summary>The first difference to another format that cannot be converted, or null.</summary>
    public string? Difference(MelFormat other)
    {
        (string Key, object Mine, object Its)[] pairs =
        [
            ("num_mel_bins", Bins, other.Bins),
            ("mel_scale", Scale, other.Scale),
            ("mel_fmin", LowHz, other.LowHz),
            ("mel_fmax", HighHz, other.HighHz),
            ("win_size", Window, other.Window),
            ("fft_size", Fft, other.Fft),
        ];
        foreach (var (key, mine, its) in pairs)
        {
            if (!mine.Equals(its))
            {
                return FormattableString.Invariant($"{key} is {mine} in the acoustic model and {its} in the vocoder");
            }
        }

        return null;
    }
}
