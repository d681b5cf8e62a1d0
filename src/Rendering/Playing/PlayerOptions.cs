namespace Troubadour.Rendering;

/// <summary>How a player plays what the bank and the track leave open.</summary>
public sealed record PlayerOptions
{
    /// <summary>The usual ones.</summary>
    public static PlayerOptions Usual { get; } = new();

    /// <summary>True to fill the reverb and chorus sends; otherwise they are silence and cost nothing.</summary>
    public bool HasSends { get; init; } = true;

    /// <summary>
    /// True so that a note that repeats the key of one up to a second before differs a little from it in pitch, level and start. The difference is a
    /// function of the track's id and the note's key and start.
    /// </summary>
    public bool HasRoundRobin { get; init; } = true;
}
