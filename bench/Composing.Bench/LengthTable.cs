using Troubadour.Composing.Measures;
using Troubadour.Music;

namespace Troubadour.Composing.Bench;

/// <summary>Fifty requests for random lengths over all genres.</summary>
internal static class LengthTable
{
    private const int Requests = 50;

    public static void Write(SongSet set, long seed, Report report)
    {
        var random = new RandomStream(seed, "lengths");
        var misses = new List<(string Genre, double Asked, double Got)>();
        var refused = 0;
        for (var i = 0; i < Requests; i++)
        {
            var genre = set.Genres[i % set.Genres.Length];
            var asked = Math.Round(random.Next(30, 240), 1);
            try
            {
                misses.Add((genre, asked, Heard(set.Compose(genre, i, seed + i, asked))));
            }
            catch (LyricsDoNotFitException)
            {
                refused++;
            }
        }

        var worst = misses.MaxBy(miss => Math.Abs(miss.Got - miss.Asked));
        report.Line("## Length asked");
        report.Line("");
        report.Line(
            FormattableString.Invariant(
                $"{misses.Count(m => Math.Abs(m.Got - m.Asked) <= 2)} of {Requests} random requests of 30 to 240 s end within 2 s of what was asked; {refused} refused; the worst is {worst.Genre}: {worst.Asked:F1} s asked, the last note let go at {worst.Got:F1} s."
            )
        );
        report.Line("");
    }

    // The written length when the last note rings into its last two seconds, else where that note ends.
    private static double Heard(Song song)
    {
        var map = new TimeMap(song.Tempos);
        var last = song.Parts.SelectMany(part => part.Notes).Max(note => map.SecondsAt(note.Tick + note.Length));
        return song.Seconds - last <= 2 ? song.Seconds : last;
    }
}
