using Troubadour.Mixing;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>Who steps back at each stroke of the kick.</summary>
internal static class Sidechains
{
    /// <summary>How a part gives way; null where it does not.</summary>
    public static DuckSettings? Of(Song song, Part part)
    {
        var hasDrums = song.Parts.Any(other => other.Role == PartRole.Drums && other.Id == "drums");
        var depth = Math.Max(part.Mix.SidechainDb, part.Role == PartRole.Bass ? 2 : 0);
        return hasDrums && depth > 0 && part.Role != PartRole.Drums
            ? new DuckSettings("drums", depth, 0.004, 0.11 + 0.012 * depth, 110)
            : null;
    }
}
