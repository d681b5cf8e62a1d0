using System.Collections.Immutable;
using Troubadour.Mixing;
using Troubadour.Music;
using Troubadour.Singing;

namespace Troubadour.Engine;

/// <summary>All sung phrases of a song, in the order in which they are performed.</summary>
/// <param name="Vocals">The phrases as they are written, parted between the singers.</param>
/// <param name="Takes">What was sung.</param>
internal sealed record Choir(ImmutableArray<VocalPhrase> Vocals, ImmutableArray<KeptTake> Takes)
{
    private const double FirstShare = 0.04;
    private const double LastShare = 0.45;

    /// <summary>Nobody sings.</summary>
    public static Choir Silent { get; } = new([], []);

    /// <summary>Sings every phrase, several at a time; the order of finishing changes nothing. The singer is asked for when anybody sings.</summary>
    public static Choir Sing(
        Song song,
        Func<ISinger> singer,
        TakeShelf? shelf,
        int threads,
        IProgress<MakeProgress> progress,
        CancellationToken cancellation
    )
    {
        if (song.Vocals.IsEmpty)
        {
            return Silent;
        }

        var performed = PartedVoices.Of(song);
        var scores = ScoreFlattener.Phrases(performed);
        var stand = new SingerStand(singer(), song.Voice!.Value, song.TakeSeed ?? song.Brief.Seed, shelf);
        var takes = new KeptTake[scores.Length];
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
                takes[i] = stand.Sing(scores[i]);
                lock (gate)
                {
                    done++;
                    progress.Report(
                        new MakeProgress(MakeStage.Sing, FirstShare + (LastShare - FirstShare) * done / scores.Length)
                    );
                }
            }
        );
        return new Choir(performed.Vocals, [.. takes]);
    }

    /// <summary>A stem for each layer that sings.</summary>
    public IEnumerable<MonoStemSource> Sources()
    {
        foreach (var layer in Enum.GetValues<VoiceLayer>().Where(Has))
        {
            var voice = new MonoStemSource(VoiceStems.Id(layer));
            foreach (var take in Of(layer))
            {
                voice.Add(take.Start, take.Samples);
            }

            yield return voice;
        }
    }

    /// <summary>The takes of one layer.</summary>
    public IEnumerable<KeptTake> Of(VoiceLayer layer) => Takes.Where((_, i) => Vocals[i].Layer == layer);

    /// <summary>The takes that carry words to be followed: the lead's and the answers, as they are written.</summary>
    public IEnumerable<KeptTake> Worded() =>
        Takes.Where((_, i) => Vocals[i].Layer is VoiceLayer.Lead or VoiceLayer.Backing);

    /// <summary>True when the layer sings anything.</summary>
    public bool Has(VoiceLayer layer) => Vocals.Any(phrase => phrase.Layer == layer);
}
