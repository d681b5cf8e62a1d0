namespace Troubadour.Synthesis;

/// <summary>A kit of drums.</summary>
/// <param name="Id">The file's name.</param>
/// <param name="Level">Decibels.</param>
/// <param name="Drums">By General MIDI key.</param>
/// <param name="Inserts">Effects over the whole kit.</param>
internal sealed record Kit(string Id, double Level, Dictionary<int, DrumSheet> Drums, InsertSheet[] Inserts);
