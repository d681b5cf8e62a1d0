using System.Globalization;
using System.Text;
using Troubadour.Audio;

namespace Troubadour.Separation.Bench;

/// <summary>The twelve-track split against the true tracks of songs.</summary>
internal sealed class TrackBench(Separator separator, TrackSplitter splitter)
{
    // A true track 45 dB under the mix or softer counts as not there.
    private const double Heard = 3e-5;

    private const string About = """
        songs of the engine that neither head learnt from; the mix is separated first, nothing is known of it. SDR in dB over whole songs
        and both channels; a track that was not found counts 0 dB in "of all". "The undivided stem": the separated stem that the track is
        in, taken as the track. Level: of tracks that were found in songs without them. Made by
        `dotnet run -c Release --project bench/Separation.Bench -- tracks SONG...`.
        """;

    private const string Head = """
        | track | songs with it | found | SDR when found | SDR of all | SDR of the undivided stem | songs without | found there | its level in those, dB of the mix |
        | --- | --- | --- | --- | --- | --- | --- | --- | --- |
        """;

    private readonly List<TrackScore> _scores = [];

    /// <summary>Measures a song.</summary>
    public void Add(string folder)
    {
        var song = TrueTracks.Read(folder);
        var found = new MemoryTracks(song.Mix.Length);
        var plan = splitter.Split(separator, song.Mix, found);
        var stems = separator.Separate(song.Mix);
        var mix = Power(song.Mix);
        foreach (var track in Enum.GetValues<Track>())
        {
            var truth = song.Tracks[(int)track];
            var there = truth is not null && Power(truth) > Heard * mix;
            var own = Power(found[track]) / mix;
            _scores.Add(
                there
                    ? new TrackScore(
                        song.Name,
                        track,
                        true,
                        plan.Has(track),
                        plan.Has(track) ? Signals.Score(truth!, found[track]).Sdr : 0,
                        Signals.Score(truth!, stems[StemOf(track)]).Sdr,
                        own
                    )
                    : new TrackScore(song.Name, track, false, plan.Has(track), 0, 0, own)
            );
        }
    }

    /// <summary>The table.</summary>
    public string Text()
    {
        var songs = _scores.Select(score => score.Song).Distinct().Count();
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# The twelve-track split\n\n{songs} {About}\n\n{Head}\n");
        foreach (var group in _scores.GroupBy(score => score.Track))
        {
            var there = group.Where(score => score.IsThere).ToList();
            var absent = group.Where(score => !score.IsThere).ToList();
            var leaks = absent.Where(score => score.IsFound).ToList();
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {Name(group.Key)} | {there.Count} | {there.Count(score => score.IsFound)} "
                    + $"| {Mean(there.Where(score => score.IsFound), score => score.Sdr)} | {Mean(there, score => score.Sdr)} "
                    + $"| {Mean(there, score => score.StemSdr)} | {absent.Count} | {leaks.Count} "
                    + $"| {Mean(leaks, score => 10 * Math.Log10(score.Power + 1e-9))} |\n"
            );
        }

        return text.ToString();
    }

    private static string Name(Track track) =>
        track == Track.BackingVocals ? "backing vocals" : track.ToString().ToLowerInvariant();

    private static string Mean(IEnumerable<TrackScore> scores, Func<TrackScore, double> value) =>
        scores.Any() ? scores.Average(value).ToString("0.0", CultureInfo.InvariantCulture) : "";

    private static Stem StemOf(Track track) =>
        track switch
        {
            Track.Drums => Stem.Drums,
            Track.Bass => Stem.Bass,
            Track.Vocals or Track.BackingVocals => Stem.Vocals,
            _ => Stem.Other,
        };

    private static double Power(AudioBuffer sound)
    {
        var sum = 0.0;
        for (var i = 0; i < sound.Length; i++)
        {
            sum += (double)sound.Left[i] * sound.Left[i] + (double)sound.Right[i] * sound.Right[i];
        }

        return sum;
    }

    private sealed record TrackScore(
        string Song,
        Track Track,
        bool IsThere,
        bool IsFound,
        double Sdr,
        double StemSdr,
        double Power
    );
}
