using System.Collections.Immutable;
using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>
/// How loud the band is in a section under the words, before the section's own level: a few seconds of every player, through its strip and at its fader.
/// It listens to no voice.
/// </summary>
/// <param name="song">The song.</param>
/// <param name="tracks">Its parts as they are played, in their order.</param>
/// <param name="levels">Their faders.</param>
/// <param name="players">Who plays them.</param>
/// <param name="threads">Players heard at a time.</param>
/// <param name="cancellation">Stops the listening.</param>
internal sealed class BandLoudness(
    Song song,
    ImmutableArray<InstrumentTrack> tracks,
    ImmutableArray<PartLevel> levels,
    Players players,
    int threads,
    CancellationToken cancellation
)
{
    private const double HeardSeconds = 3;
    private const double BeforeSeconds = 0.8;
    private const double HopSeconds = 0.1;
    private const int Block = 4096;
    private const double Silence = -70;

    // How much of the depth of a duck is lost on average, by the words and by the kick.
    private const double WordShare = 0.8;
    private const double KickShare = 0.35;

    private readonly TimeMap _map = new(song.Tempos);

    /// <summary>LUFS of a section; -70 where nobody plays.</summary>
    public double Of(SongSection section)
    {
        var (from, to) = Heard(section);
        var powers = new double[tracks.Length];
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = Math.Max(1, threads),
            CancellationToken = cancellation,
        };
        Parallel.For(0, tracks.Length, options, i => powers[i] = Power(i, from, to));
        return Math.Max(Silence, 10 * DeterministicMath.Log10(Math.Max(powers.Sum(), 1e-9)));
    }

    // The middle of the section.
    private (double From, double To) Heard(SongSection section)
    {
        var (start, end) = (_map.SecondsAt(section.Tick), _map.SecondsAt(section.Tick + section.Length));
        var spare = Math.Max(0, end - start - HeardSeconds) / 2;
        return (start + spare, end - spare);
    }

    private double Power(int index, double from, double to)
    {
        var before = Math.Min(BeforeSeconds, from);
        var excerpt = TrackExcerpt.Of(tracks[index], from - before, to);
        if (excerpt.Notes.IsEmpty)
        {
            return 0;
        }

        var part = song.Parts[index];
        var heard = Momentary(excerpt, part, to - from + before).Skip((int)(before / HopSeconds)).ToList();
        var gain = Level(part).GainDb - GivenWay(part);
        return heard.Count == 0 ? 0 : heard.Average(lufs => Balance.Power(Math.Max(lufs, 2 * Silence) + gain));
    }

    private IReadOnlyList<double> Momentary(InstrumentTrack excerpt, Part part, double seconds)
    {
        var strip = new Mixing.StripLoudness(RoleStrips.Of(song.Mix, part) with { TrimDb = Level(part).TrimDb });
        var player = players.Of(excerpt);
        var (left, right) = (new float[Block], new float[Block]);
        var (reverb, chorus) = (new float[Block], new float[Block]);
        for (var frame = 0; frame < seconds * SampleRate.House; frame += Block)
        {
            player.Read(left, right, reverb, chorus);
            strip.Process(left, right);
        }

        return strip.Momentary;
    }

    private PartLevel Level(Part part) => levels.First(level => level.Id == part.Id);

    private double GivenWay(Part part) =>
        WordShare * (RoleStrips.Of(song.Mix, part).Duck?.DepthDb ?? 0)
        + KickShare * (Sidechains.Of(song, part)?.DepthDb ?? 0);
}
