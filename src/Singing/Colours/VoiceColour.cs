namespace Troubadour.Singing;

/// <summary>How a singer differs from the recorded voice.</summary>
/// <param name="Warp">Formant factor: .86 a man's longer vocal tract, 1 the voice itself, 1.08 a small bright one.</param>
/// <param name="Tilt">Spectral tilt around 1 kHz in dB an octave; below 0 is darker.</param>
/// <param name="Formant">Height of the singer's formant at 2.9 kHz in dB (Sundberg 1974).</param>
/// <param name="Breath">Noise in voiced sounds against the model's, as an amplitude factor.</param>
/// <param name="Sharpness">Formant emphasis, 0 none to about .6.</param>
/// <param name="Vibrato">Depth of the vibrato against ±35 cents.</param>
/// <param name="Scoop">Depth of scoops into notes against 60 cents.</param>
/// <param name="Glide">Angular frequency of the pitch movement in rad/s; Saitou's 34.8 is natural, below is lazier.</param>
/// <param name="Drive">Saturation, 0 none to 1 strong.</param>
/// <param name="Robotic">True for hard-tuned pitch and a doubled, octave-thickened source.</param>
internal sealed record VoiceColour(
    double Warp,
    double Tilt,
    double Formant,
    double Breath,
    double Sharpness,
    double Vibrato,
    double Scoop,
    double Glide,
    double Drive,
    bool Robotic = false
);
