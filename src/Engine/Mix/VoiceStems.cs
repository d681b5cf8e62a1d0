using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>The stem names of sung layers.</summary>
internal static class VoiceStems
{
    /// <summary>The lead voice's stem.</summary>
    public const string Lead = "vocals";

    /// <summary>A layer's stem.</summary>
    public static string Id(VoiceLayer layer) =>
        layer switch
        {
            VoiceLayer.Lead => Lead,
            VoiceLayer.DoubleLeft => "vocals-double-left",
            VoiceLayer.DoubleRight => "vocals-double-right",
            _ => "vocals-harmony",
        };
}
