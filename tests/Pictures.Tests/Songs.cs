using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Pictures.Tests;

/// <summary>Songs written for the tests.</summary>
internal static class Songs
{
    private static readonly PartMix Dry = new(0, 0, -60, -60, 0, 0);

    /// <summary>A sung song with the given section energies, four bars each.</summary>
    public static Song Of(long seed, params double[] energies)
    {
        var bar = Meter.Common.TicksPerBar;
        var random = new RandomStream(seed, "test song");
        var bars = energies.Length * 4;
        return Empty(seed) with
        {
            Title = "Paper boats",
            Sections =
            [
                .. energies.Select(
                    (energy, i) => new SongSection(i % 2 == 0 ? "verse" : "chorus", i * 4 * bar, 4 * bar, 4, energy, 0)
                ),
            ],
            Chords = [.. Enumerable.Range(0, bars).Select(i => new ChordSpan(i * bar, bar, Chord(random)))],
            Parts =
            [
                new Part("piano", PartRole.Chords, 0, 0, Dry, [.. Notes(random, bars)], []),
                new Part("lead", PartRole.Lead, 0, 73, Dry, [.. Notes(random, bars)], []),
            ],
            Vocals = [.. Enumerable.Range(0, bars / 2).Select(i => Phrase(random, i, 2 * i * bar))],
        };
    }

    /// <summary>A song in which nothing is.</summary>
    public static Song Empty(long seed) =>
        new()
        {
            Brief = new SongBrief { Seed = seed },
            Style = "folk",
            Key = new Key(0, Mode.Major),
            Meter = Meter.Common,
            Tempos = [new TempoChange(0, 100)],
            Seconds = 60,
            Sections = [],
            Chords = [],
            Parts = [],
            Mix = new MixPlan("plate", 1.5, 0.5, 0, 0, -12, -20, 0.5),
        };

    private static Chord Chord(RandomStream random)
    {
        var root = random.NextInt(12);
        return new Chord(root, random.Chance(0.5) ? ChordQuality.Major : ChordQuality.Minor, root);
    }

    private static IEnumerable<Note> Notes(RandomStream random, int bars) =>
        Enumerable.Range(0, bars * 4).Select(i => new Note(i * Ticks.PerQuarter, 900, 55 + random.NextInt(20), 80));

    private static VocalPhrase Phrase(RandomStream random, int index, int tick)
    {
        ImmutableArray<VocalNote> notes =
        [
            .. Enumerable
                .Range(0, 6)
                .Select(i => new VocalNote(tick + i * Ticks.PerQuarter, 800, 60 + random.NextInt(14), i)),
        ];
        return new VocalPhrase(index, "line", [], notes, VoiceLayer.Lead, 0.5, 1, false);
    }
}
