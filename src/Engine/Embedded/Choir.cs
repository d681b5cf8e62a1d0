using System.Collections.Immutable;
using Troubadour.Music;
using Troubadour.Singing;

namespace Troubadour.Engine;

/// <summary>All sung phrases of a song as sound, in the song's order.</summary>
internal sealed record Choir(ImmutableArray<PhraseScore> Scores, ImmutableArray<SungPhrase> Phrases)
{
    private const double FirstShare = 0.04;
    private const double LastShare = 0.45;

    /// <summary>Nobody sings.</summary>
    public static Choir Silent { get; } = new([], []);

    /// <summary>Sings every phrase, several at a time; the order of finishing changes nothing.</summary>
    public static Choir Sing(
        Song song,
        Singer singer,
        int threads,
        IProgress<MakeProgress> progress,
        CancellationToken cancellation
    )
    {
        var scores = ScoreFlattener.Phrases(song);
        var phrases = new SungPhrase[scores.Length];
        var done = 0;
        var gate = new Lock();
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = Math.Max(1, threads),
            CancellationToken = cancellation,
        };
        Parallel.For(
            0,
            scores.Length,
            options,
            i =>
            {
                phrases[i] = singer.Sing(scores[i], song.Voice!.Value, song.Brief.Seed);
                lock (gate)
                {
                    done++;
                    progress.Report(
                        new MakeProgress(MakeStage.Sing, FirstShare + (LastShare - FirstShare) * done / scores.Length)
                    );
                }
            }
        );
        return new Choir(scores, [.. phrases]);
    }

    /// <summary>The phrases of one layer.</summary>
    public IEnumerable<SungPhrase> Of(VoiceLayer layer) => Phrases.Where((_, i) => Scores[i].Layer == layer);

    /// <summary>True when the layer sings anything.</summary>
    public bool Has(VoiceLayer layer) => Scores.Any(score => score.Layer == layer);
}
