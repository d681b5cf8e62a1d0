using System.Collections.Immutable;

namespace Troubadour.Portraits;

/// <summary>
/// What a voice sounds like, in a few numbers: enough to choose a singer of ours that is like it, too little to rebuild it. Writes to JSON
/// as it is.
/// </summary>
public sealed record VoicePortrait
{
    /// <summary>The version that <see cref="Version"/> has in portraits made now.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The version of these fields.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>Seconds of voiced sound that the portrait rests on.</summary>
    public required double VoicedSeconds { get; init; }

    /// <summary>The lowest key sung, as a MIDI key with fraction: 3 % of the voiced time lies below.</summary>
    public required Measure LowestKey { get; init; }

    /// <summary>The median key.</summary>
    public required Measure MedianKey { get; init; }

    /// <summary>The highest key: 3 % of the voiced time lies above.</summary>
    public required Measure HighestKey { get; init; }

    /// <summary>Swings a second of the vibrato, 4 to 8; without confidence where nothing was held or nothing swung.</summary>
    public required Measure VibratoRate { get; init; }

    /// <summary>How far the vibrato swings to each side on held notes, cents.</summary>
    public required Measure VibratoDepth { get; init; }

    /// <summary>
    /// Where the formants lie against the house's reference voice (a woman, warm), as a factor: below 1 a longer vocal tract, above 1 a
    /// shorter one.
    /// </summary>
    public required Measure FormantScale { get; init; }

    /// <summary>Slope of the mean spectral envelope between 300 Hz and 5 kHz, dB an octave.</summary>
    public required Measure Tilt { get; init; }

    /// <summary>How far harmonics stand above what lies between them, .8 to 4 kHz, dB: low for a breathy voice.</summary>
    public required Measure HarmonicsToNoise { get; init; }

    /// <summary>Level of the envelope from 4 to 9 kHz against 300 Hz to 4 kHz, dB.</summary>
    public required Measure Brightness { get; init; }

    /// <summary>
    /// The mean spectral envelope in bands of a third of an octave from 160 Hz, dB against their mean from 300 Hz to 4 kHz.
    /// </summary>
    public required ImmutableArray<double> Envelope { get; init; }
}
