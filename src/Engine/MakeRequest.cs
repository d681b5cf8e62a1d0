using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>What an engine is to make, and where its files go.</summary>
/// <param name="Brief">The song asked for.</param>
/// <param name="Directory">An existing, empty folder.</param>
/// <param name="WithStems">True to write one WAV a role under "stems/".</param>
/// <param name="WithMp3">True to write "master.mp3" beside the WAV.</param>
public sealed record MakeRequest(SongBrief Brief, string Directory, bool WithStems, bool WithMp3);
