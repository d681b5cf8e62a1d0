using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// Where in an imagined whole song a clip lies (<see cref="SongBrief.Part"/>): intro, verse, chorus, verse, chorus, bridge, choruses, outro,
/// each as long as songs have them.
/// </summary>
internal static class PartOfSong
{
    private const double Opening = 0.05;
    private const double Closing = 0.95;

    // Beyond it a song has said most of its words: those of the end are kept.
    private const double Late = 0.6;

    // Where verses and choruses of the imagined song are over.
    private static ReadOnlySpan<double> VerseEnds => [0.25, 0.55];

    private static ReadOnlySpan<double> ChorusEnds => [0.4, 0.68, 0.88];

    extension(SongBrief brief)
    {
        /// <summary>True when the clip begins as songs begin.</summary>
        public bool Begins => brief.Part is not { } part || !(part.From > Opening);

        /// <summary>True when the clip ends as songs end; false where it breaks off.</summary>
        public bool Ends => brief.Part is not { } part || !(part.To < Closing);

        /// <summary>True for a clip from the end of a song.</summary>
        public bool IsLate => brief.Part is { From: > Late };

        /// <summary>How much of the song is over, 0 to 1, when the clip begins in the middle of things; else 0.</summary>
        public double Passed => brief.Begins ? 0 : Math.Min(1, brief.Part!.From);

        /// <summary>How many sections of a kind were heard before the clip begins.</summary>
        public int Heard(string kind)
        {
            var count = 0;
            foreach (
                var end in kind == "verse" ? VerseEnds
                : kind == "chorus" ? ChorusEnds
                : []
            )
            {
                count += brief.Passed >= end ? 1 : 0;
            }

            return count;
        }
    }
}
