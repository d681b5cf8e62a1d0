using Troubadour.Music;

namespace Troubadour.Composing.Measures.Tests;

/// <summary>Bands learned from one half of the human songs hold for the other half, and for no mindless music.</summary>
public class HeldOutTests
{
    private sealed record Halves(
        System.Collections.Immutable.ImmutableSortedDictionary<string, Distribution> Bands,
        IReadOnlyList<MelodyPiece> HeldOut
    );

    private static readonly Lazy<Halves> Shared = new(Split);

    [CorporaFact]
    public void Nine_in_ten_held_out_human_songs_pass() => Assert.InRange(Passing(piece => piece), 0.9, 1);

    [CorporaFact]
    public void Random_melodies_over_human_chords_fail() =>
        Assert.InRange(Passing(piece => RandomSongs.Scatter(piece, new RandomStream(7, piece.Name))), 0, 0.01);

    [CorporaFact]
    public void Single_loops_of_human_songs_fail() => Assert.InRange(Passing(RandomSongs.Loop), 0, 0.05);

    [CorporaFact]
    public void Transposing_a_human_melody_against_its_chords_costs_score_in_95_of_100_songs()
    {
        var worse = Shared.Value.HeldOut.AsParallel().Count(piece => Score(Transposed(piece)) < Score(piece));
        Assert.True(worse >= 0.95 * Shared.Value.HeldOut.Count, $"{worse} of {Shared.Value.HeldOut.Count}");
    }

    private static MelodyPiece Transposed(MelodyPiece piece) =>
        piece with
        {
            Notes = [.. piece.Notes.Select(note => note with { Key = note.Key + 1 })],
        };

    private static double Passing(Func<MelodyPiece, MelodyPiece> change) =>
        (double)
            Shared
                .Value.HeldOut.AsParallel()
                .Count(piece => MelodyScore.Passes(MelodyMeasures.Of(change(piece)), Shared.Value.Bands))
        / Shared.Value.HeldOut.Count;

    private static double Score(MelodyPiece piece) => MelodyScore.Of(MelodyMeasures.Of(piece), Shared.Value.Bands);

    private static Halves Split()
    {
        var all = Pop909Reader.Read(Corpora.FromEnvironment()!).ToList();
        var learned = all.Where((_, i) => i % 2 == 0).ToList();
        var bands = MelodyScore.With(CorpusStatistics.Spread(learned.Select(MelodyMeasures.Of)), learned);
        return new Halves(bands, [.. all.Where((_, i) => i % 2 == 1)]);
    }
}
