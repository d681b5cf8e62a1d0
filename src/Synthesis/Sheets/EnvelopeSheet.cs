namespace Troubadour.Synthesis;

/// <summary>Attack, decay, sustain and release.</summary>
/// <param name="Attack">Seconds to the top.</param>
/// <param name="Hold">Seconds at the top.</param>
/// <param name="Decay">Seconds to fall 60 dB toward the sustain level.</param>
/// <param name="Sustain">0 to 1.</param>
/// <param name="Release">Seconds to fall 60 dB.</param>
/// <param name="Shortening">Decay and release are divided by 2^(this * octaves above middle C).</param>
internal sealed record EnvelopeSheet(
    double Attack,
    double Hold,
    double Decay,
    double Sustain,
    double Release,
    double Shortening
);
