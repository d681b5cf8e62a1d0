namespace Troubadour.Singing;

/// <summary>How a singer differs from the recorded voice.</summary>
internal sealed record VoiceColour
{
    /// <summary>Formant factor: .86 a man's longer vocal tract, 1 the voice itself, 1.08 a small bright one.</summary>
    public required double Warp { get; init; }

    /// <summary>Spectral tilt around 1 kHz in dB an octave; below 0 is darker.</summary>
    public double Tilt { get; init; }

    /// <summary>Gain around 380 Hz in dB, an octave and a half wide: chest and warmth.</summary>
    public double Body { get; init; }

    /// <summary>Gain around 1.2 kHz in dB, an octave wide: above 0 nasal and cheeky, below 0 round and hollow.</summary>
    public double Twang { get; init; }

    /// <summary>Height of the singer's formant at 2.9 kHz in dB (Sundberg 1974).</summary>
    public double Formant { get; init; }

    /// <summary>Gain above 5.5 kHz in dB.</summary>
    public double Air { get; init; }

    /// <summary>Noise in voiced sounds against the model's, as an amplitude factor.</summary>
    public double Breath { get; init; } = 1;

    /// <summary>Formant emphasis, 0 none to about .6.</summary>
    public double Sharpness { get; init; } = 0.3;

    /// <summary>Depth of the vibrato against ±35 cents.</summary>
    public double Vibrato { get; init; } = 1;

    /// <summary>Swings a second of the vibrato.</summary>
    public double VibratoRate { get; init; } = 5.5;

    /// <summary>Depth of scoops into notes against 60 cents.</summary>
    public double Scoop { get; init; } = 1;

    /// <summary>Angular frequency of the pitch movement in rad/s; Saitou's 34.8 is natural, below is lazier.</summary>
    public double Glide { get; init; } = 35;

    /// <summary>Saturation, 0 none to 1 strong.</summary>
    public double Drive { get; init; }

    /// <summary>True for a voice through a vocoder: hard-tuned steps of pitch, a thick synthetic source, an envelope of bands.</summary>
    public bool IsVocoded { get; init; }
}
