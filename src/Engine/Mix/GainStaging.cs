using System.Collections.Immutable;
using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>
/// Measures how loud each instrument is as the bank plays it, over its busiest seconds, so that faders can be set by ear-like
/// loudness instead of by guess.
/// </summary>
internal static class GainStaging
{
    private const double WindowSeconds = 6;
    private const int Block = 4096;

    /// <summary>Integrated loudness in LUFS by track id; tracks too quiet to measure, or without notes, get -70.</summary>
    public static ImmutableSortedDictionary<string, double> Measure(
        ImmutableArray<InstrumentTrack> tracks,
        Players players,
        int threads,
        CancellationToken cancellation
    )
    {
        var loudness = new double[tracks.Length];
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = Math.Max(1, threads),
            CancellationToken = cancellation,
        };
        Parallel.For(
            0,
            tracks.Length,
            options,
            i => loudness[i] = tracks[i].Notes.IsEmpty ? -70 : Loudness(Window(tracks[i]), players)
        );
        return tracks
            .Select((track, i) => KeyValuePair.Create(track.Id, loudness[i]))
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    // The busiest window, moved to the start.
    private static InstrumentTrack Window(InstrumentTrack track)
    {
        var notes = track.Notes;
        var best = 0;
        var bestCount = 0;
        var last = 0;
        for (var first = 0; first < notes.Length; first++)
        {
            while (last < notes.Length && notes[last].Start < notes[first].Start + WindowSeconds)
            {
                last++;
            }

            if (last - first > bestCount)
            {
                (best, bestCount) = (first, last - first);
            }
        }

        var start = notes[best].Start;
        return track with
        {
            Notes =
            [
                .. notes
                    .Skip(best)
                    .Take(bestCount)
                    .Select(n => n with { Start = n.Start - start, End = n.End - start }),
            ],
            Controls = [],
        };
    }

    private static double Loudness(InstrumentTrack track, Players players)
    {
        var player = players.Of(track);
        var meter = new LoudnessMeter();
        var buffers = new float[4][];
        for (var i = 0; i < buffers.Length; i++)
        {
            buffers[i] = new float[Block];
        }

        for (var frame = 0; frame < WindowSeconds * SampleRate.House; frame += Block)
        {
            player.Read(buffers[0], buffers[1], buffers[2], buffers[3]);
            meter.Process(buffers[0], buffers[1]);
        }

        return Math.Max(-70, meter.Integrated);
    }
}
