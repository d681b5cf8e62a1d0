namespace Troubadour.Bookkeeping;

/// <summary>A clip that a new task promises.</summary>
/// <param name="Kind">One of <see cref="ClipKind"/>.</param>
public sealed record NewClip(string Kind = ClipKind.Song)
{
    /// <summary>True when the clip is called by its task's id.</summary>
    public bool HasTaskId { get; init; }

    /// <summary>The stem's name.</summary>
    public string Stem { get; init; } = "";

    /// <summary>The clip that it is made from.</summary>
    public string? SourceId { get; init; }

    /// <summary>The model's name as it was asked for.</summary>
    public string Model { get; init; } = "";

    /// <summary>The title asked for; empty lets the song have its own.</summary>
    public string Title { get; init; } = "";

    /// <summary>Style tags.</summary>
    public string Tags { get; init; } = "";

    /// <summary>Told back: genre asked for or predicted.</summary>
    public string Genre { get; init; } = "";

    /// <summary>Told back: mood.</summary>
    public string Mood { get; init; } = "";

    /// <summary>Told back: gender, or empty.</summary>
    public string Gender { get; init; } = "";

    /// <summary>Told back: timbre, or empty.</summary>
    public string Timbre { get; init; } = "";

    /// <summary>What the family echoes of the request, as JSON.</summary>
    public string Asked { get; init; } = "";
}
