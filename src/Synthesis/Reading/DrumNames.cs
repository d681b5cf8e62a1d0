using System.Collections.Frozen;

namespace Troubadour.Synthesis;

/// <summary>The names of drums in kit files and their General MIDI percussion keys, as the styles name them.</summary>
internal static class DrumNames
{
    /// <summary>Name to key.</summary>
    public static FrozenDictionary<string, int> Keys { get; } =
        new Dictionary<string, int>
        {
            ["kick2"] = 35,
            ["kick"] = 36,
            ["rim"] = 37,
            ["snare"] = 38,
            ["clap"] = 39,
            ["snare2"] = 40,
            ["floor"] = 41,
            ["hat"] = 42,
            ["tom3"] = 43,
            ["pedal"] = 44,
            ["openhat"] = 46,
            ["tom2"] = 47,
            ["crash"] = 49,
            ["tom1"] = 50,
            ["ride"] = 51,
            ["china"] = 52,
            ["bell"] = 53,
            ["tambourine"] = 54,
            ["splash"] = 55,
            ["cowbell"] = 56,
            ["crash2"] = 57,
            ["ride2"] = 59,
            ["bongohi"] = 60,
            ["bongolo"] = 61,
            ["congamute"] = 62,
            ["congahi"] = 63,
            ["congalo"] = 64,
            ["timbalehi"] = 65,
            ["timbalelo"] = 66,
            ["agogohi"] = 67,
            ["agogolo"] = 68,
            ["cabasa"] = 69,
            ["shaker"] = 70,
            ["claves"] = 75,
            ["woodhi"] = 76,
            ["woodlo"] = 77,
            ["trianglemute"] = 80,
            ["triangle"] = 81,
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Keys of General MIDI that no style names, with a drum that stands in for each.</summary>
    public static FrozenDictionary<int, int> StandIns { get; } =
        new Dictionary<int, int>
        {
            [45] = 43,
            [48] = 47,
            [58] = 54,
            [82] = 70,
        }.ToFrozenDictionary();
}
