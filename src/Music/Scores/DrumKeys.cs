using System.Collections.Frozen;

namespace Troubadour.Music;

/// <summary>The drums that styles and kits may name, with their General MIDI percussion keys.</summary>
public static class DrumKeys
{
    /// <summary>Name to key.</summary>
    public static FrozenDictionary<string, int> ByName { get; } =
        new Dictionary<string, int>
        {
            ["kick"] = 36,
            ["kick2"] = 35,
            ["rim"] = 37,
            ["snare"] = 38,
            ["clap"] = 39,
            ["snare2"] = 40,
            ["hat"] = 42,
            ["pedal"] = 44,
            ["openhat"] = 46,
            ["tom1"] = 50,
            ["tom2"] = 47,
            ["tom3"] = 43,
            ["floor"] = 41,
            ["crash"] = 49,
            ["crash2"] = 57,
            ["splash"] = 55,
            ["china"] = 52,
            ["ride"] = 51,
            ["ride2"] = 59,
            ["bell"] = 53,
            ["tambourine"] = 54,
            ["cowbell"] = 56,
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
            ["triangle"] = 81,
            ["trianglemute"] = 80,
        }.ToFrozenDictionary(StringComparer.Ordinal);
}
