using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>
/// Which stem of a split each player belongs to. The lead voice and its doubles are "vocals", sung harmonies are "backing vocals".
/// Instruments go by their General MIDI family, but for percussion banks (drums), bass lines whoever plays them (bass) and effects (fx):
/// hand percussion that a drum kit plays stays with the drums; pianos, tuned percussion, organs and accordions are keys; plucked instruments of the world are guitars; sampled choirs are strings.
/// </summary>
internal static class StemMap
{
    /// <summary>The mixer's id of a recording that is heard as it is.</summary>
    public const string Recording = "recording";

    /// <summary>The mixer's id of a recording's voices beside a band of ours.</summary>
    public const string RecordedVoices = "recorded-vocals";

    /// <summary>The stem of every voice and part of a song, by mixer id.</summary>
    public static SortedDictionary<string, string> Of(Song song, StemSplit split)
    {
        var map = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var layer in PartedVoices.Of(song).Vocals.Select(phrase => phrase.Layer).Distinct().Order())
        {
            map[VoiceStems.Id(layer)] = Of(layer, split);
        }

        foreach (var part in song.Parts)
        {
            map[part.Id] = Of(part, split);
        }

        map[RecordedVoices] = VoiceStems.Lead;

        return map;
    }

    /// <summary>The stem of a sung layer.</summary>
    public static string Of(VoiceLayer layer, StemSplit split) =>
        split == StemSplit.Full && layer is not (VoiceLayer.Lead or VoiceLayer.DoubleLeft or VoiceLayer.DoubleRight)
            ? "backing vocals"
            : "vocals";

    /// <summary>The stem of a part.</summary>
    public static string Of(Part part, StemSplit split) =>
        split == StemSplit.Basic ? "instrumental"
        : part.Role == PartRole.Effects ? "fx"
        : part.Bank == InstrumentTrack.PercussionBank ? "drums"
        : part.Role == PartRole.Bass ? "bass"
        : Family(part.Program);

    private static string Family(int program) =>
        program switch
        {
            22 => "woodwinds",
            <= 23 => "keys",
            <= 31 => "guitar",
            <= 39 => "bass",
            47 => "percussion",
            <= 55 => "strings",
            <= 63 => "brass",
            <= 79 => "woodwinds",
            <= 103 => "synth",
            <= 107 => "guitar",
            108 or 114 => "keys",
            109 or 111 => "woodwinds",
            110 => "strings",
            <= 118 => "percussion",
            _ => "fx",
        };
}
