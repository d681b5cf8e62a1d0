using System.Collections.Immutable;

namespace Troubadour.Separation;

/// <summary>
/// Listens to the four stems of a song once and says which tracks it has: by each track's share of the power, in the whole song and in the
/// stretch of 12 s where it is strongest. Serves one thread.
/// </summary>
public sealed class TrackSurvey : IStemSink
{
    // Shares of the whole mix's power under which a separated stem is residue.
    private static readonly double[] s_leastOfMix = [3e-3, 1e-3, 2e-3, 0];

    private readonly MaskTotals _families = new(TrackHeads.Families.Length);
    private readonly MaskTotals _voices = new(TrackHeads.Voices.Length);
    private readonly MaskStream _other;
    private readonly MaskStream _vocals;
    private readonly double[] _powers = new double[Grid.Stems];

    internal TrackSurvey(IMaskNetwork families, IMaskNetwork voices)
    {
        _other = new MaskStream(families, 0, null, _families);
        _vocals = new MaskStream(voices, 0, null, _voices);
    }

    /// <inheritdoc/>
    public void Write(Stem stem, ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
        {
            sum += (double)left[i] * left[i] + (double)right[i] * right[i];
        }

        _powers[(int)stem] += sum;
        if (stem == Stem.Other)
        {
            _other.Push(left, right);
        }
        else if (stem == Stem.Vocals)
        {
            _vocals.Push(left, right);
        }
    }

    /// <summary>Ends the song and says what is there: at least one track, the strongest first.</summary>
    public TrackPlan Finish()
    {
        var shares = Shares();
        var mix = _powers.Sum() + 1e-12;
        var found = new List<(Track Track, double Power)>();
        foreach (var (track, share, most) in shares)
        {
            var stem = TrackHeads.Voices.Contains(track) ? Stem.Vocals : Stem.Other;
            var power = share * _powers[(int)stem];
            if (IsThere(track, share, most) && power > s_leastOfMix[(int)stem] * mix)
            {
                found.Add((track, power));
            }
        }

        Whole(found, Stem.Vocals, Track.Vocals, mix);
        Whole(found, Stem.Drums, Track.Drums, mix);
        Whole(found, Stem.Bass, Track.Bass, mix);
        if (!found.Exists(one => TrackHeads.Families.Contains(one.Track)))
        {
            var (track, share, _) = shares
                .Where(one => TrackHeads.Families.Contains(one.Track))
                .MaxBy(one => one.Share);
            found.Add((track, share * _powers[(int)Stem.Other]));
        }

        return new TrackPlan([
            .. found.OrderByDescending(one => one.Power).ThenBy(one => one.Track).Select(one => one.Track),
        ]);
    }

    /// <summary>Ends the song: each track's share of its stem's power, and the most it has in a stretch, as a share of the mean stretch.</summary>
    internal ImmutableArray<(Track Track, double Share, double Most)> Shares()
    {
        _other.Finish();
        _vocals.Finish();
        return [.. Of(_families, TrackHeads.Families), .. Of(_voices, TrackHeads.Voices)];
    }

    private static bool IsThere(Track track, double share, double most) =>
        track == Track.Vocals || share > TrackLimits.Share(track) || most > TrackLimits.Most(track);

    // Vocals, drums and bass are there when their stems are; lead vocals always have what backing vocals leave.
    private void Whole(List<(Track Track, double Power)> found, Stem stem, Track track, double mix)
    {
        if (_powers[(int)stem] > s_leastOfMix[(int)stem] * mix)
        {
            if (!found.Exists(one => one.Track == track))
            {
                found.Add((track, _powers[(int)stem]));
            }
        }
        else
        {
            found.RemoveAll(one => stem == Stem.Vocals && TrackHeads.Voices.Contains(one.Track));
        }
    }

    private static IEnumerable<(Track Track, double Share, double Most)> Of(MaskTotals totals, Track[] tracks)
    {
        totals.End();
        var all = totals.Stretches.Sum(stretch => stretch.Sum()) + 1e-12;
        var mean = all / Math.Max(1, totals.Stretches.Count);
        return tracks.Select(
            (track, i) =>
                (
                    track,
                    totals.Stretches.Sum(stretch => stretch[i]) / all,
                    totals.Stretches.Count == 0 ? 0 : totals.Stretches.Max(stretch => stretch[i]) / mean
                )
        );
    }
}
