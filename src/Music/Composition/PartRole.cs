using System.Text.Json.Serialization;

namespace Troubadour.Music;

/// <summary>What a part does in the arrangement.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PartRole>))]
public enum PartRole
{
    /// <summary>Drum kit and percussion.</summary>
    Drums,

    /// <summary>The bass line.</summary>
    Bass,

    /// <summary>Rhythmic chords: piano, guitar, stabs.</summary>
    Chords,

    /// <summary>Sustained chords: strings, pads, organ.</summary>
    Pad,

    /// <summary>Broken chords and plucks.</summary>
    Arpeggio,

    /// <summary>Melody instrument: intro, solo, answers to the voice, the tune of an instrumental.</summary>
    Lead,

    /// <summary>A second line against the tune: held guide notes under it, movement in its rests.</summary>
    Counter,

    /// <summary>Risers, reverse cymbals and impacts where sections meet.</summary>
    Effects,
}
