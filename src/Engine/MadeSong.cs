using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>
/// A finished song. Its files lie in the request's folder: song.json, song.mid, master.wav, lyrics.json, report.json and, where
/// asked for, master.mp3 and stems/*.wav. An order for stems writes a folder a stem instead (<see cref="StemNames"/>), an excerpt of
/// the voice has neither report nor stems.
/// </summary>
/// <param name="Seconds">Length of the master in seconds.</param>
/// <param name="Lyrics">The normalised lyrics of the clip, one tag or line a line; empty for an instrumental.</param>
/// <param name="Genre">The genre given or predicted, by the contract's name.</param>
/// <param name="Mood">The mood given or predicted, by the contract's name.</param>
/// <param name="Gender">The singer's gender; null for an instrumental.</param>
/// <param name="Timbre">The singer's timbre; null for an instrumental.</param>
/// <param name="Seed">The seed that makes the same song again.</param>
public sealed record MadeSong(
    double Seconds,
    string Lyrics,
    string Genre,
    string Mood,
    Gender? Gender,
    Timbre? Timbre,
    long Seed
)
{
    /// <summary>The song's own title; may be empty.</summary>
    public string Title { get; init; } = "";
}
