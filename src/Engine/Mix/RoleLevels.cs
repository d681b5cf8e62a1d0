using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>How loud each role is in the mix before mastering, in LUFS: the lead voice a little over the band.</summary>
internal static class RoleLevels
{
    /// <summary>The lead voice in the mix.</summary>
    public const double LeadVoice = -16.5;

    /// <summary>All instruments together under a voice, estimated from their own levels.</summary>
    public const double Band = -17.4;

    /// <summary>The lead voice as the singer delivers it.</summary>
    public const double SungLoudness = -20;

    /// <summary>What every instrument is brought to in front of its strip.</summary>
    public const double Trimmed = -20;

    /// <summary>A role's loudness under a voice, or in an instrumental.</summary>
    public static double Of(PartRole role, bool sung) =>
        role switch
        {
            PartRole.Drums => -23,
            PartRole.Bass => -21.5,
            PartRole.Chords => -22.5,
            PartRole.Pad => -25,
            PartRole.Arpeggio => -26,
            PartRole.Lead => sung ? -22 : -19.5,
            PartRole.Counter => sung ? -25 : -24,
            PartRole.Effects => -27,
            _ => throw new ArgumentOutOfRangeException(nameof(role)),
        };

    /// <summary>What each of several players of one role gives way.</summary>
    public static double Crowd(int players) => 5 * DeterministicMath.Log10(Math.Max(1, players));
}
