using System.Collections.Immutable;
using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Singing.Neural;

/// <summary>
/// Sings with a DiffSinger voicebank through ONNX Runtime on the processor: this house's timing and pitch, the bank's colours, spectra and
/// vocoder. One instance serves many threads. The same arguments give the same bytes on one machine and on machines whose processors
/// offer the runtime the same instructions: the models' noise comes from the seed.
/// </summary>
public sealed class NeuralSinger : ISinger, IDisposable
{
    private const string Version = "neural/1";
    private const double LeadLevel = -20;
    private const double EffortLevel = 5;
    private const double UsualEffort = 0.6;
    private const double Rumble = 70;

    private readonly Voicebank _bank;
    private readonly DurationPredictor? _durations;
    private readonly RunRenderer _renderer;

    private NeuralSinger(Voicebank bank)
    {
        _bank = bank;
        _renderer = new RunRenderer(bank);
        try
        {
            _durations = bank.Durations is null ? null : new DurationPredictor(bank.Durations, bank.Operators);
            Fingerprint = bank.Files.Fingerprint(Version);
            Try();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public string Fingerprint { get; }

    /// <summary>Loads a bank's models and sings a short note with them, so that what does not fit shows now.</summary>
    /// <param name="bank">The bank.</param>
    /// <exception cref="InvalidDataException">A model is missing, damaged, or does not do what its place asks; one sentence says which.</exception>
    public static NeuralSinger Load(Voicebank bank)
    {
        ArgumentNullException.ThrowIfNull(bank);
        var singer = new NeuralSinger(bank);
        // The files' bytes, often hundreds of megabytes, are not needed again and would lie about for long.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        return singer;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">A model failed, or gave values that are no numbers.</exception>
    public SungPhrase Sing(PhraseScore phrase, VoiceSpec voice, long seed)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        if (phrase.Words.IsDefaultOrEmpty || phrase.Notes.IsDefaultOrEmpty)
        {
            throw new ArgumentException("A phrase needs words and notes.", nameof(phrase));
        }

        var random = new RandomStream(seed, $"neural/{phrase.Layer}/{phrase.Line}");
        var take = NeuralTake.Draw(phrase, random.Child("take"));
        var slots = PhraseSlots.Of(take.Phrase);
        var breathes = phrase.Layer == VoiceLayer.Lead;
        var phonemes = PhraseTiming.Plan(slots, _bank.Phones, _durations, breathes, voice, random.Child("timing"));
        var runs = PhraseRuns
            .Split(phonemes, slots.All)
            .Select((run, i) => _renderer.Render(take, slots, run, voice, random.Child($"run/{i}")))
            .ToList();
        var (start, samples) = Join(runs);
        Finish(samples);
        VoiceLevel.Set(samples, SampleRate.House, LeadLevel + EffortLevel * (phrase.Effort - UsualEffort));
        var phones = PhoneTimes(slots, runs);
        return new SungPhrase(start, samples, phones, WordTimes(phrase, slots, phones));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _durations?.Dispose();
        _renderer.Dispose();
    }

    // A note of every kind of phone would take longer than it shows.
    private void Try() =>
        Sing(
            new PhraseScore(
                [new SungWord("la", false, [new Syllable(["l", "aa"], 1)])],
                [new SungNote(0, 0.4, 62, 0)],
                VoiceLayer.Lead,
                UsualEffort,
                1,
                false,
                0
            ),
            new VoiceSpec(_bank.Operators.Voice ?? Gender.Female, Timbre.Warm),
            0
        );

    private static (double Start, float[] Samples) Join(List<SungRun> runs)
    {
        var first = runs.Min(run => run.FirstSample);
        var samples = new float[runs.Max(run => run.FirstSample + run.Samples.Length) - first];
        foreach (var run in runs)
        {
            var place = samples.AsSpan((int)(run.FirstSample - first));
            for (var i = 0; i < run.Samples.Length; i++)
            {
                place[i] += run.Samples[i];
            }
        }

        return ((double)first / SampleRate.House, samples);
    }

    private static void Finish(Span<float> samples) =>
        SectionRun.Filter(samples, samples, Biquad.HighPass(Rumble, 0.7071, SampleRate.House));

    private static ImmutableArray<PhoneTiming> PhoneTimes(PhraseSlots slots, List<SungRun> runs)
    {
        var (starts, ends) = (new double[slots.All.Length], new double[slots.All.Length]);
        Array.Fill(starts, double.PositiveInfinity);
        foreach (var run in runs)
        {
            var frame = 0;
            for (var i = 0; i < run.Plan.Lengths.Length; i++)
            {
                var slot = run.Plan.Phonemes[i].Slot;
                var end = frame + (int)run.Plan.Lengths[i];
                if (slot >= 0)
                {
                    starts[slot] = Math.Min(starts[slot], run.Plan.TimeOf(frame));
                    ends[slot] = run.Plan.TimeOf(end);
                }

                frame = end;
            }
        }

        return [.. slots.All.Select((slot, j) => new PhoneTiming(slot.Phone, starts[j], ends[j], slot.Syllable))];
    }

    private static ImmutableArray<WordTiming> WordTimes(
        PhraseScore phrase,
        PhraseSlots slots,
        ImmutableArray<PhoneTiming> phones
    )
    {
        var words = ImmutableArray.CreateBuilder<WordTiming>(phrase.Words.Length);
        for (var w = 0; w < phrase.Words.Length; w++)
        {
            var own = phones.Where((_, j) => slots.All[j].Word == w).ToList();
            words.Add(new WordTiming(phrase.Words[w].Text, own[0].Start, own[^1].End));
        }

        return words.ToImmutable();
    }
}
