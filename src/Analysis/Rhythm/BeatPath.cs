namespace Troubadour.Analysis;

/// <summary>Beats as the bar-pointer model finds them under one kind of bar and near one tempo.</summary>
/// <param name="Model">The kind of bar.</param>
/// <param name="Frames">Frames of the beats, rising.</param>
/// <param name="Positions">The place in the bar of each beat, 0 for the downbeat.</param>
/// <param name="Score">The mean quality of a frame; larger is likelier.</param>
internal sealed record BeatPath(BarModel Model, int[] Frames, int[] Positions, double Score);
