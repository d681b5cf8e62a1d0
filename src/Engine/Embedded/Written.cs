using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>The song of an order.</summary>
/// <param name="Song">The song.</param>
/// <param name="NewFrom">The first tick that its balance does not know; none where it knows all.</param>
internal sealed record Written(Song Song, int NewFrom = int.MaxValue);
