using Troubadour.Mixing;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>Reads the moving gains that a balance keeps.</summary>
internal static class HeldTrack
{
    /// <summary>The track of what a balance holds, or null where it holds nothing or its track is damaged or of another song's length.</summary>
    public static GainTrack? Of(MixState? state, int frames) =>
        state switch
        {
            { Held: MixHeld.Voices } => Read(state.Gains?.Voices, frames),
            { Held: MixHeld.Band } => Read(state.Gains?.Band ?? state.Gains?.Voices, frames),
            _ => null,
        };

    /// <summary>True when a balance knows the gains of voices and band.</summary>
    public static bool IsWhole(MixState? state, int frames) =>
        state?.Gains is { } gains
        && Read(gains.Voices, frames) is not null
        && (gains.Band is null || Read(gains.Band, frames) is not null);

    private static GainTrack? Read(ReadOnlyMemory<byte>? packed, int frames)
    {
        try
        {
            return packed is { } bytes ? GainTrack.Decode(bytes.Span, frames) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
