using System.Text.Json.Serialization;

namespace Troubadour.Music;

/// <summary>What of a recording is heard.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RecordedSound>))]
public enum RecordedSound
{
    /// <summary>All of it, as it is and instead of all that is written.</summary>
    Whole,

    /// <summary>All of it and nothing else, mixed and mastered anew.</summary>
    Through,

    /// <summary>Its voices, beside a band that plays what is written.</summary>
    Voices,

    /// <summary>Its instruments, beside voices that sing what is written.</summary>
    Band,

    /// <summary>All of it as the bed of voices that sing what is written: nobody sings in it.</summary>
    Bed,
}
