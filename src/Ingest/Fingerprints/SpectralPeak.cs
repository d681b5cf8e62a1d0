namespace Troubadour.Ingest;

/// <summary>A place in time and frequency that is louder than all around it.</summary>
/// <param name="Frame">In frames from the start.</param>
/// <param name="Bin">Of the spectrum.</param>
/// <param name="Band">Which of the finder's bands it lies in.</param>
/// <param name="Power">Its power, for comparison with others.</param>
internal readonly record struct SpectralPeak(int Frame, int Bin, int Band, float Power);
