namespace Troubadour.Composing;

/// <summary>How the drummers of one family of styles play: an entry of styles/feel/drums.json. "machine" plays everything as written.</summary>
public sealed record DrumFeel
{
    /// <summary>The bass drum.</summary>
    public required DrumTouch Kick { get; init; }

    /// <summary>Snare, rim, clap, toms and hand drums.</summary>
    public required DrumTouch Snare { get; init; }

    /// <summary>Hi-hat, ride, shakers: what keeps time.</summary>
    public required DrumTouch Hat { get; init; }
}
