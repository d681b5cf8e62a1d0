using System.Globalization;

namespace Troubadour.Separation.Bench;

/// <summary>Prints what a survey hears of each track beside whether it is there: what the limits are chosen by, on training songs.</summary>
internal static class SurveyBench
{
    /// <summary>Prints a line for each song and track.</summary>
    public static void Print(Separator separator, TrackSplitter splitter, IEnumerable<string> folders)
    {
        foreach (var folder in folders)
        {
            var song = TrueTracks.Read(folder);
            var survey = splitter.OpenSurvey();
            separator.Separate(song.Mix, survey);
            foreach (var (track, share, most) in survey.Shares())
            {
                var there = song.Tracks[(int)track] is { } truth && Array.Exists(truth.Left, x => Math.Abs(x) > 1e-3f);
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{song.Name} {track} {(there ? 1 : 0)} {share:0.00000} {most:0.00000}"
                    )
                );
            }
        }
    }
}
