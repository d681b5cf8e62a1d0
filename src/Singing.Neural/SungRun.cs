namespace Troubadour.Singing.Neural;

/// <summary>A sung run of a phrase.</summary>
/// <param name="Plan">Its phonemes in the acoustic model's frames.</param>
/// <param name="FirstSample">Song time of the first sample, in samples at 44,100 Hz.</param>
/// <param name="Samples">Mono, 44,100 Hz, at the vocoder's level.</param>
internal sealed record SungRun(FramePlan Plan, long FirstSample, float[] Samples);
