using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Singing.Neural;

/// <summary>How long each phone of a phrase wants to be, and how its phonemes share that.</summary>
internal sealed class PhonemeLengths
{
    private const double HeadSeconds = 0.5;
    private const double FirstPart = 0.65;

    private readonly PhraseSlots _slots;
    private readonly ImmutableArray<string>[] _names;
    private readonly double[] _seconds;
    private readonly double[][] _shares;

    private PhonemeLengths(
        PhraseSlots slots,
        ImmutableArray<string>[] names,
        double[] seconds,
        double[][] shares,
        bool isPredicted
    ) => (_slots, _names, _seconds, _shares, IsPredicted) = (slots, names, seconds, shares, isPredicted);

    /// <summary>True when the bank said the lengths.</summary>
    public bool IsPredicted { get; }

    /// <summary>Seconds of a phone.</summary>
    public double this[int slot]
    {
        get => _seconds[slot];
        set => _seconds[slot] = value;
    }

    /// <summary>Seconds of a sung consonant by its kind: inherent durations of the order of Klatt's (1979), half as long again.</summary>
    public static double Usual(PhoneClass kind) =>
        kind switch
        {
            PhoneClass.Stop => 0.1,
            PhoneClass.VoicedStop => 0.08,
            PhoneClass.Fricative => 0.13,
            PhoneClass.VoicedFricative => 0.09,
            PhoneClass.Nasal => 0.09,
            PhoneClass.Glide => 0.08,
            _ => 0.2,
        };

    /// <summary>The lengths of the table; of two phonemes that stand for one vowel the first is held.</summary>
    /// <exception cref="ArgumentException">A phone is unknown.</exception>
    public static PhonemeLengths ByRule(PhraseSlots slots, PhoneMap map)
    {
        ImmutableArray<string>[] names = [.. slots.All.Select(slot => map.Of(slot.Phone))];
        return new PhonemeLengths(
            slots,
            names,
            [.. slots.All.Select(slot => Usual(slot.Class))],
            [.. names.Select((phonemes, j) => Shares(phonemes.Length, slots.All[j].IsVowel))],
            isPredicted: false
        );
    }

    /// <summary>The lengths that the bank predicts.</summary>
    /// <param name="predictor">The predictor.</param>
    /// <param name="rests">True for syllables that a rest follows.</param>
    /// <param name="voice">Who sings.</param>
    /// <param name="noise">Chance.</param>
    /// <exception cref="InvalidDataException">The predictor failed.</exception>
    public PhonemeLengths Predicted(DurationPredictor predictor, bool[] rests, VoiceSpec voice, RandomStream noise)
    {
        List<string> phonemes = [];
        List<int> owners = [];
        List<long> keys = [];
        List<long> counts = [];
        List<double> edges = [_slots.Starts[0] - HeadSeconds];
        void Open(double end)
        {
            counts.Add(0);
            edges.Add(end);
        }

        void Add(string phoneme, int slot, long key)
        {
            phonemes.Add(phoneme);
            owners.Add(slot);
            keys.Add(key);
            counts[^1]++;
        }

        void AddAll(IEnumerable<int> slots, long key)
        {
            foreach (var j in slots)
            {
                foreach (var name in _names[j])
                {
                    Add(name, j, key);
                }
            }
        }

        Open(_slots.Starts[0]);
        Add(PhonemeTable.Silence, -1, _slots.Keys[0]);
        AddAll(_slots.Onsets[0], _slots.Keys[0]);
        for (var k = 0; k < rests.Length; k++)
        {
            var isLast = k == rests.Length - 1;
            Open(isLast || rests[k] ? _slots.Ends[k] : _slots.Starts[k + 1]);
            AddAll([_slots.Vowels[k], .. _slots.Codas[k]], _slots.Keys[k]);
            if (rests[k])
            {
                Open(_slots.Starts[k + 1]);
                Add(PhonemeTable.Silence, -1, _slots.Keys[k]);
            }

            AddAll(isLast ? [] : _slots.Onsets[k + 1], _slots.Keys[k]);
        }

        var groups = ((long[])[.. counts], Frames(edges, predictor.FrameSeconds));
        return Take(owners, predictor.Predict(phonemes, groups, [.. keys], voice, noise));
    }

    /// <summary>A phone's phonemes, their shares of its time, and their places.</summary>
    public IEnumerable<(string Phoneme, double Share, int Index)> Parts(int slot) =>
        _names[slot].Select((name, i) => (name, _shares[slot][i], i));

    private static double[] Shares(int count, bool isVowel)
    {
        var shares = new double[count];
        Array.Fill(shares, 1.0 / count);
        if (isVowel && count > 1)
        {
            Array.Fill(shares, (1 - FirstPart) / (count - 1));
            shares[0] = FirstPart;
        }

        return shares;
    }

    private static long[] Frames(List<double> edges, double frame)
    {
        var frames = new long[edges.Count - 1];
        for (var g = 0; g < frames.Length; g++)
        {
            var (from, to) = (Math.Floor((edges[g] - edges[0]) / frame), Math.Floor((edges[g + 1] - edges[0]) / frame));
            frames[g] = Math.Max(1, (long)(to - from));
        }

        return frames;
    }

    private PhonemeLengths Take(List<int> owners, double[] predicted)
    {
        var seconds = new double[_seconds.Length];
        List<double>[] parts = [.. _names.Select(_ => new List<double>())];
        for (var i = 0; i < predicted.Length; i++)
        {
            if (owners[i] >= 0)
            {
                seconds[owners[i]] += predicted[i];
                parts[owners[i]].Add(predicted[i]);
            }
        }

        return new PhonemeLengths(
            _slots,
            _names,
            seconds,
            [.. parts.Select((lengths, j) => lengths.Select(length => length / seconds[j]).ToArray())],
            isPredicted: true
        );
    }
}
