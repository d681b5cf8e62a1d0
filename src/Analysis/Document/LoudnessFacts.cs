namespace Troubadour.Analysis;

/// <summary>Levels of a sound; null where it is silent.</summary>
/// <param name="IntegratedLufs">Integrated loudness, LUFS (ITU-R BS.1770-4).</param>
/// <param name="RangeLu">Loudness range, LU (EBU Tech 3342).</param>
/// <param name="TruePeakDb">True peak, dBTP.</param>
public sealed record LoudnessFacts(double? IntegratedLufs, double RangeLu, double? TruePeakDb);
