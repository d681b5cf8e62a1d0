namespace Troubadour.Mixing;

/// <summary>What a send takes of a channel.</summary>
internal enum SendTap
{
    /// <summary>The channel after its fader.</summary>
    Fader,

    /// <summary>The channel after its fader, by the moving gains of its delay send.</summary>
    DelayCurve,

    /// <summary>The instrument's own mono reverb send.</summary>
    OwnReverb,

    /// <summary>The instrument's own mono chorus send.</summary>
    OwnChorus,
}
