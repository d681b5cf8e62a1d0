using Troubadour.Mixing;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>A song as it was mixed.</summary>
/// <param name="Song">The song with its balance.</param>
/// <param name="Result">Its clip's master and what it measures.</param>
internal sealed record Mixed(Song Song, MixResult Result);
