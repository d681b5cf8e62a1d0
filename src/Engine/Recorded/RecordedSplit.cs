using Troubadour.Mixing;
using Troubadour.Music;
using Troubadour.Separation;
using ISeparatedSink = Troubadour.Separation.IStemSink;

namespace Troubadour.Engine;

/// <summary>
/// The stems of a clip in which a recording is heard: what was recorded is taken apart, an estimate, and joins what is played in each stem. The
/// stems sum to the clip.
/// </summary>
/// <param name="job">The request at work.</param>
/// <param name="mixed">The clip's stems, and among them those that hold the recording.</param>
/// <param name="frames">The clip's length.</param>
internal sealed class RecordedSplit(MakeJob job, StemSpool mixed, int frames)
{
    private const int Block = 1 << 14;
    private static readonly string[] Recorded =
    [
        StemMap.Recording,
        TapeDeck.Id(RecordedSound.Band),
        TapeDeck.Id(RecordedSound.Bed),
        TapeDeck.Id(RecordedSound.Through),
    ];

    private readonly float[] _left = new float[Block];
    private readonly float[] _right = new float[Block];
    private readonly float[] _moreLeft = new float[Block];
    private readonly float[] _moreRight = new float[Block];

    /// <summary>Writes every stem of the split.</summary>
    public void Write(StemSplit split, Mixing.IStemSink files)
    {
        using var taken = new StemSpool(job.Request.Directory);
        Separate(split, taken);
        foreach (var name in StemNames.Of(split))
        {
            mixed.Rewind();
            taken.Rewind();
            Write(name, split, taken, files);
        }
    }

    private void Separate(StemSplit split, StemSpool taken)
    {
        if (split == StemSplit.Basic)
        {
            Pass(new VoicesSink(taken), 0, 1);
            return;
        }

        var survey = job.Parts.Splitter.OpenSurvey();
        Pass(survey, 0, 0.5);
        var plan = survey.Finish();
        var tracks = job.Parts.Splitter.Open(WithRest(plan), new TracksSink(taken));
        Pass(tracks, 0.5, 1);
        tracks.Finish();
    }

    // What nobody could name has to go somewhere.
    private static TrackPlan WithRest(TrackPlan plan) =>
        plan.Present.Any(track => track >= Track.Guitar) ? plan : plan with { Present = plan.Present.Add(Track.Keys) };

    private void Pass(ISeparatedSink sink, double from, double to)
    {
        mixed.Rewind();
        var stream = job.Parts.Separator.Open(sink);
        for (var at = 0; at < frames; at += Block)
        {
            job.Cancellation.ThrowIfCancellationRequested();
            var count = Math.Min(Block, frames - at);
            ReadRecorded(count);
            stream.Push(_left.AsSpan(0, count), _right.AsSpan(0, count));
            job.Mixing.Report(from + (to - from) * at / frames);
        }

        stream.Finish();
    }

    private void Write(string name, StemSplit split, StemSpool taken, Mixing.IStemSink files)
    {
        var isRest = split == StemSplit.Basic && name != VoiceStems.Lead;
        for (var at = 0; at < frames; at += Block)
        {
            var count = Math.Min(Block, frames - at);
            if (isRest)
            {
                ReadRecorded(count);
                Add(taken, VoiceStems.Lead, count, -1);
            }
            else
            {
                taken.Read(name, _left.AsSpan(0, count), _right.AsSpan(0, count));
            }

            Add(mixed, name, count, 1);
            files.Write(name, _left.AsSpan(0, count), _right.AsSpan(0, count));
        }
    }

    private void ReadRecorded(int count)
    {
        _left.AsSpan(0, count).Clear();
        _right.AsSpan(0, count).Clear();
        foreach (var stem in Recorded)
        {
            Add(mixed, stem, count, 1);
        }
    }

    private void Add(StemSpool from, string stem, int count, float factor)
    {
        from.Read(stem, _moreLeft.AsSpan(0, count), _moreRight.AsSpan(0, count));
        for (var i = 0; i < count; i++)
        {
            _left[i] += factor * _moreLeft[i];
            _right[i] += factor * _moreRight[i];
        }
    }

    private sealed class VoicesSink(StemSpool spool) : ISeparatedSink
    {
        public void Write(Stem stem, ReadOnlySpan<float> left, ReadOnlySpan<float> right)
        {
            if (stem == Stem.Vocals)
            {
                spool.Write(VoiceStems.Lead, left, right);
            }
        }
    }

    private sealed class TracksSink(StemSpool spool) : ITrackSink
    {
        public void Write(Track track, ReadOnlySpan<float> left, ReadOnlySpan<float> right) =>
            spool.Write(Name(track), left, right);

        private static string Name(Track track) =>
            track == Track.BackingVocals ? "backing vocals" : track.ToString().ToLowerInvariant();
    }
}
