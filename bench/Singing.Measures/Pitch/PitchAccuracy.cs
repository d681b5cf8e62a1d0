namespace Troubadour.Singing.Measures;

/// <summary>How well held notes are in tune.</summary>
/// <param name="Notes">Held notes that were heard as voiced at all.</param>
/// <param name="Within25">Share of frames within 25 cents of the written note; unvoiced frames count as outside.</param>
/// <param name="Within50">Share of frames within 50 cents.</param>
/// <param name="Settled">Median over notes of the distance, in cents, between the note's median pitch and the written one.</param>
/// <param name="Bias">Median over notes of the signed distance, in cents: above 0 is sharp.</param>
/// <param name="Unvoiced">Share of frames heard as unvoiced.</param>
public readonly record struct PitchAccuracy(
    int Notes,
    double Within25,
    double Within50,
    double Settled,
    double Bias,
    double Unvoiced
)
{
    /// <summary>Measures takes.</summary>
    /// <param name="takes">The track of each take and its held notes.</param>
    public static PitchAccuracy Of(IEnumerable<(VoiceTrack Track, IReadOnlyList<HeldNote> Notes)> takes)
    {
        ArgumentNullException.ThrowIfNull(takes);
        var (frames, voiced, near, nearer) = (0, 0, 0, 0);
        var medians = new List<double>();
        foreach (var (track, notes) in takes)
        {
            foreach (var note in notes)
            {
                var all = track.Between(note.From, note.To).ToArray();
                var cents = all.Where(f => f.Hertz > 0).Select(f => Cents(f.Hertz, note.Pitch)).ToArray();
                frames += all.Length;
                voiced += cents.Length;
                near += cents.Count(c => Math.Abs(c) <= 50);
                nearer += cents.Count(c => Math.Abs(c) <= 25);
                if (cents.Length > 0)
                {
                    medians.Add(Median.Of(cents));
                }
            }
        }

        return new PitchAccuracy(
            medians.Count,
            (double)nearer / frames,
            (double)near / frames,
            Median.Of(medians.Select(Math.Abs)),
            Median.Of(medians),
            1 - (double)voiced / frames
        );
    }

    private static double Cents(double hertz, double pitch) => 1200 * Math.Log2(hertz / 440) - 100 * (pitch - 69);
}
