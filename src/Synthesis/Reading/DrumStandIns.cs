using System.Collections.Frozen;

namespace Troubadour.Synthesis;

/// <summary>Drums that stand in for those that a kit lacks.</summary>
internal static class DrumStandIns
{
    /// <summary>Keys of General MIDI that no style names, with a drum that stands in for each.</summary>
    public static FrozenDictionary<int, int> ByKey { get; } =
        new Dictionary<int, int>
        {
            [45] = 43,
            [48] = 47,
            [58] = 54,
            [82] = 70,
        }.ToFrozenDictionary();
}
