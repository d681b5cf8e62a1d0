using System.Collections.Immutable;
using Troubadour.Audio;
using Troubadour.Mixing;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>
/// Measures how loud each instrument is over its loudest seconds: as it is played, so that all meet their strips at one level, and behind
/// its strip, so that faders can be set by ear-like loudness instead of by guess.
/// </summary>
/// <param name="mix">The song's mix, for the strips.</param>
/// <param name="players">Who plays.</param>
internal sealed class GainStaging(MixPlan mix, Players players)
{
    private const double WindowSeconds = 6;
    private const int Block = 4096;
    private const double Silence = -70;
    private const double MostTrimDb = 30;

    /// <summary>What was found, by part.</summary>
    /// <param name="parts">The parts, and how they are played.</param>
    /// <param name="threads">Players heard at a time.</param>
    /// <param name="cancellation">Stops the listening.</param>
    public ImmutableSortedDictionary<string, PartLoudness> Measure(
        ImmutableArray<(Part Part, InstrumentTrack Track)> parts,
        int threads,
        CancellationToken cancellation
    )
    {
        var found = new PartLoudness[parts.Length];
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = Math.Max(1, threads),
            CancellationToken = cancellation,
        };
        Parallel.For(0, parts.Length, options, i => found[i] = Of(parts[i].Part, parts[i].Track));
        return parts
            .Select((part, i) => KeyValuePair.Create(part.Part.Id, found[i]))
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    private PartLoudness Of(Part part, InstrumentTrack track)
    {
        if (track.Notes.IsEmpty)
        {
            return new PartLoudness(0, Silence);
        }

        var start = Loudest(track);
        var sound = Play(TrackExcerpt.Of(track, start, start + WindowSeconds));
        var played = LoudnessMeter.Of(sound).Integrated;
        if (!(played > Silence))
        {
            return new PartLoudness(0, Silence);
        }

        var trim = Math.Clamp(RoleLevels.Trimmed - played, -MostTrimDb, MostTrimDb);
        var strip = new StripLoudness(RoleStrips.Of(mix, part) with { TrimDb = trim });
        strip.Process(sound.Left, sound.Right);
        return new PartLoudness(trim, Math.Max(Silence, strip.Integrated));
    }

    // Where most is struck hardest.
    private static double Loudest(InstrumentTrack track)
    {
        var notes = track.Notes;
        var (best, most, force, last) = (0, 0L, 0L, 0);
        for (var first = 0; first < notes.Length; first++)
        {
            while (last < notes.Length && notes[last].Start < notes[first].Start + WindowSeconds)
            {
                force += notes[last].Velocity * notes[last].Velocity;
                last++;
            }

            if (force > most)
            {
                (best, most) = (first, force);
            }

            force -= notes[first].Velocity * notes[first].Velocity;
        }

        return notes[best].Start;
    }

    private AudioBuffer Play(InstrumentTrack track)
    {
        var player = players.Of(track);
        var sound = new AudioBuffer((int)(WindowSeconds * SampleRate.House));
        var sends = new float[2 * Block];
        for (var at = 0; at < sound.Length; at += Block)
        {
            var count = Math.Min(Block, sound.Length - at);
            player.Read(
                sound.Left.AsSpan(at, count),
                sound.Right.AsSpan(at, count),
                sends.AsSpan(0, count),
                sends.AsSpan(Block, count)
            );
        }

        return sound;
    }
}
