using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>The stem names of sung layers.</summary>
internal static class VoiceStems
{
    /// <summary>The lead voice's stem.</summary>
    public const string Lead = "vocals";

    /// <summary>The stems of all layers.</summary>
    public static IReadOnlyList<string> All => [.. Enum.GetValues<VoiceLayer>().Select(Id)];

    /// <summary>A layer's stem.</summary>
    public static string Id(VoiceLayer layer) =>
        layer switch
        {
            VoiceLayer.Lead => Lead,
            VoiceLayer.DoubleLeft => "vocals-double-left",
            VoiceLayer.DoubleRight => "vocals-double-right",
            VoiceLayer.Harmony => "vocals-harmony",
            VoiceLayer.LowHarmony => "vocals-harmony-low",
            VoiceLayer.Octave => "vocals-octave",
            VoiceLayer.Pad => "vocals-pad",
            VoiceLayer.Backing => "vocals-backing",
            _ => throw new ArgumentOutOfRangeException(nameof(layer), layer, "Unknown layer."),
        };
}
