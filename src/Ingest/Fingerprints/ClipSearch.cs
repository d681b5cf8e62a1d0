using Troubadour.Audio;

namespace Troubadour.Ingest;

/// <summary>
/// One question to an index: landmarks vote for the song and offset at which they would agree, and the places with most votes are looked
/// at landmark by landmark.
/// </summary>
internal sealed class ClipSearch(ClipProbe clip, IReadOnlyList<LandmarkTable> tables, SongSlots slots)
{
    // A copy of 10 s has 10 % and more of its landmarks under noise as loud as itself, another song at most 1 % (docs/ingest.md).
    private const double LeastScore = 0.05;
    private const double LeastCoverage = 0.6;
    private const double MostFalseAlarms = 1e-6;

    // Landmarks that vote; of a longer clip, pieces of three seconds spread over all of it.
    private const int MostVoters = 3_000;
    private const int PieceFrames = 94;

    // 32 MB.
    private const int MostVotes = 1 << 22;

    // Music repeats on its beat: by chance, votes fall together so much more often than evenly.
    private const double Clustering = 8;

    // Offsets that count as one: the two grids of a probe lie half a frame apart, and a hash may round either way.
    private const int Slack = 1;
    private const int OffsetBias = 1 << 30;

    private readonly List<long> _votes = [];

    /// <summary>The songs that are sure, best first.</summary>
    public List<FingerprintMatch> Find(int most)
    {
        CastVotes();
        _votes.Sort();
        return
        [
            .. Best(most + 4)
                .Select(place => Look(place))
                .OfType<FingerprintMatch>()
                .OrderByDescending(match => match.Score)
                .ThenBy(match => match.Song, StringComparer.Ordinal)
                .Take(most),
        ];
    }

    // Rare hashes first: they say most, and a clip that repeats a common one for ever then costs no more than another.
    private void CastVotes()
    {
        foreach (var (landmark, count) in Voters().OrderBy(voter => voter.Count).ThenBy(voter => voter.Landmark.Frame))
        {
            if (_votes.Count + count > MostVotes)
            {
                return;
            }

            foreach (var table in tables)
            {
                foreach (var posting in table.Find(landmark.Hash))
                {
                    if (slots.TryPlace(posting, out var song, out var frame))
                    {
                        _votes.Add(((long)song << 32) | (uint)(frame - landmark.Frame + OffsetBias));
                    }
                }
            }
        }
    }

    private List<(Landmark Landmark, int Count)> Voters()
    {
        var stride = Math.Max(1, (clip.Landmarks.Length + MostVoters - 1) / MostVoters);
        var common = Math.Max(256, 2 * slots.Count);
        var voters = new List<(Landmark Landmark, int Count)>();
        foreach (var landmark in clip.Landmarks)
        {
            if (landmark.Frame / PieceFrames % stride == 0 && Postings(landmark.Hash) is var count && count <= common)
            {
                voters.Add((landmark, count));
            }
        }

        return voters;
    }

    private int Postings(uint hash)
    {
        var count = 0;
        foreach (var table in tables)
        {
            count += table.Find(hash).Length;
        }

        return count;
    }

    // Each song's best place, and of these the ones with most votes.
    private List<Place> Best(int most)
    {
        var best = new List<Place>();
        for (var start = 0; start < _votes.Count; )
        {
            var song = (int)(_votes[start] >> 32);
            var (place, end) = BestOf(song, start);
            best.Add(place);
            start = end;
        }

        return [.. best.OrderByDescending(place => place.Votes).ThenBy(place => place.Song).Take(most)];
    }

    private (Place Place, int End) BestOf(int song, int start)
    {
        var best = new Place(song, 0, 0, 0);
        var (first, at) = (start, start);
        for (; at < _votes.Count && (int)(_votes[at] >> 32) == song; at++)
        {
            while (_votes[at] - _votes[first] > 2 * Slack)
            {
                first++;
            }

            if (at - first + 1 > best.Votes)
            {
                best = new(song, (int)((uint)_votes[first] - OffsetBias) + Slack, at - first + 1, 0);
            }
        }

        return (best with { AllVotes = at - start }, at);
    }

    private FingerprintMatch? Look(Place place)
    {
        var (agreed, offsets) = (0, 0L);
        var (heard, covered) = (new HashSet<int>(), new HashSet<int>());
        foreach (var landmark in clip.Landmarks)
        {
            var second = (int)(landmark.Frame * Fingerprint.FrameSeconds);
            heard.Add(second);
            if (OffsetNear(place, landmark) is { } offset)
            {
                covered.Add(second);
                agreed++;
                offsets += offset;
            }
        }

        var score = (double)agreed / clip.Landmarks.Length;
        var coverage = (double)covered.Count / heard.Count;
        var falseAlarms = FalseAlarms(place);
        return score >= LeastScore && coverage >= LeastCoverage && falseAlarms <= MostFalseAlarms
            ? new(slots[place.Song].Id, OffsetSeconds(offsets, agreed), score, coverage, falseAlarms)
            : null;
    }

    // The second grid starts half a frame after the first, so its offsets are half a frame too large.
    private static double OffsetSeconds(long offsets, int agreed) =>
        ((double)offsets / agreed - 0.25) * Fingerprint.FrameSeconds;

    private int? OffsetNear(Place place, Landmark landmark)
    {
        var frame = landmark.Frame + place.Offset;
        var (first, last) = (Math.Max(0, frame - Slack), Math.Min(slots[place.Song].Frames - 1, frame + Slack));
        int? nearest = null;
        foreach (var table in last < first ? [] : tables)
        {
            var (from, to) = (SongSlots.Posting(place.Song, first), SongSlots.Posting(place.Song, last));
            foreach (var posting in table.Find(landmark.Hash, from, to))
            {
                var offset = (int)(posting - SongSlots.Posting(place.Song, landmark.Frame));
                if (nearest is null || Math.Abs(offset - place.Offset) < Math.Abs(nearest.Value - place.Offset))
                {
                    nearest = offset;
                }
            }
        }

        return nearest;
    }

    // Chernoff's bound of a Poisson tail, times all places there are. One pair of peaks can vote on both grids, so that only every other
    // vote is taken as one of its own.
    private double FalseAlarms(Place place)
    {
        var offsets = slots[place.Song].Frames + (double)clip.Frames;
        var mean = 0.5 * Clustering * (2 * Slack + 1) * place.AllVotes / offsets;
        var votes = 0.5 * place.Votes;
        if (votes <= mean)
        {
            return double.PositiveInfinity;
        }

        var tail = DeterministicMath.Exp(votes - mean - votes * DeterministicMath.Log(votes / mean));
        return tail * (slots.Frames + (double)slots.Count * clip.Frames);
    }

    private readonly record struct Place(int Song, int Offset, int Votes, int AllVotes);
}
