namespace Troubadour.Engine;

/// <summary>How loud a part is.</summary>
/// <param name="TrimDb">What brings it to <see cref="RoleLevels.Trimmed"/> in front of its strip.</param>
/// <param name="Lufs">Its loudness behind the strip, trimmed.</param>
internal readonly record struct PartLoudness(double TrimDb, double Lufs);
