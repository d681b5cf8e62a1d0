using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>Who sings which layer: all the lead's own takes, but for the answers, which another singer has.</summary>
internal static class SecondVoice
{
    // Any other number: it only has to be another person.
    private const long Other = 0x5EC0_2D51;

    /// <summary>The singer of a layer.</summary>
    public static VoiceSpec Of(VoiceSpec lead, VoiceLayer layer) =>
        layer == VoiceLayer.Backing
            ? new VoiceSpec(lead.Gender, lead.Timbre == Timbre.Warm ? Timbre.Sweet : Timbre.Warm)
            {
                Person = lead.Person ^ Other,
            }
            : lead;
}
