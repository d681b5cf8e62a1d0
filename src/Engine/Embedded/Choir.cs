using System.Collections.Immutable;
using Troubadour.Mixing;
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

    /// <summary>Sings every phrase, several at a time; the order of finishing changes nothing. The singer is asked for when anybody sings.</summary>
    public static Choir Sing(
        Song song,
        Func<ISinger> singer,
        int threads,
        IProgress<MakeProgress> progress,
        CancellationToken cancellation
    )
    {
        if (song.Vocals.IsEmpty)
        {
            return Silent;
        }

        var seed = song.TakeSeed ?? song.Brief.Seed;
        var scores = ScoreFlattener.Phrases(song);
        var singers = singer();
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
                phrases[i] = singers.Sing(scores[i], song.Voice!.Value, seed);
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

    /// <summary>A stem for each layer that sings.</summary>
    public IEnumerable<MonoStemSource> Sources()
    {
        foreach (var layer in Enum.GetValues<VoiceLayer>().Where(Has))
        {
            var voice = new MonoStemSource(VoiceStems.Id(layer));
            foreach (var phrase in Of(layer))
            {
                voice.Add(phrase.Start, phrase.Samples);
            }

            yield return voice;
        }
    }

    /// <summary>The phrases of one layer.</summary>
    public IEnumerable<SungPhrase> Of(VoiceLayer layer) => Phrases.Where((_, i) => Scores[i].Layer == layer);

    /// <summary>True when the layer sings anything.</summary>
    public bool Has(VoiceLayer layer) => Scores.Any(score => score.Layer == layer);
}
