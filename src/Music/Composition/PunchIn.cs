namespace Troubadour.Music;

/// <summary>
/// A stretch of a song that was recorded anew, as a studio punches in on a tape: outside of the stretch the song sounds as it did before, to
/// the sample, beyond a cross-fade of one beat at each end.
/// </summary>
/// <param name="Before">The whole song as it was.</param>
/// <param name="From">The stretch's first tick: a bar line, or where a line that crosses it is first sung.</param>
/// <param name="To">The first tick after the stretch.</param>
public sealed record PunchIn(Song Before, int From, int To);
