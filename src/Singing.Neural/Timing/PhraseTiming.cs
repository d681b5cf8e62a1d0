using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Singing.Neural;

/// <summary>
/// Lays a bank's phonemes on the score: each vowel starts exactly with its syllable's first note, consonants before it come out of the
/// time before, and what lies between two vowels fills it exactly. Where the bank predicts durations, their proportions share that time,
/// as OpenUtau scales them; else consonants have the lengths of a table and the vowel takes the rest.
/// </summary>
internal sealed class PhraseTiming
{
    private const double ShortestRest = 0.12;
    private const double SmallestVowel = 0.06;
    private const double SmallestVowelShare = 0.25;
    private const double LargestOnsetShare = 0.6;
    private const double Head = 0.12;
    private const double Tail = 0.2;
    private const double BreathLength = 0.3;
    private const double BreathRest = 0.5;

    private readonly PhraseSlots _slots;
    private readonly PhonemeLengths _lengths;
    private readonly bool[] _rests;
    private readonly bool _breathes;
    private readonly ImmutableArray<TimedPhoneme>.Builder _laid = ImmutableArray.CreateBuilder<TimedPhoneme>();

    private PhraseTiming(PhraseSlots slots, PhonemeLengths lengths, bool[] rests, bool breathes)
    {
        (_slots, _lengths, _rests, _breathes) = (slots, lengths, rests, breathes);
    }

    /// <summary>Plans a phrase.</summary>
    /// <param name="slots">The phrase.</param>
    /// <param name="map">The bank's phonemes.</param>
    /// <param name="predictor">The bank's durations, where it has them.</param>
    /// <param name="breathes">True when breaths are drawn where there is time.</param>
    /// <param name="voice">Who sings.</param>
    /// <param name="noise">Chance.</param>
    /// <returns>The phonemes, each starting where the one before ends, silence first and last.</returns>
    /// <exception cref="InvalidDataException">The predictor failed.</exception>
    public static ImmutableArray<TimedPhoneme> Plan(
        PhraseSlots slots,
        PhoneMap map,
        DurationPredictor? predictor,
        bool breathes,
        VoiceSpec voice,
        RandomStream noise
    )
    {
        var rests = Rests(slots);
        var lengths = PhonemeLengths.ByRule(slots, map);
        if (predictor is not null)
        {
            lengths = lengths.Predicted(predictor, rests, voice, noise);
        }

        var timing = new PhraseTiming(slots, lengths, rests, breathes && map.HasBreath);
        timing.Share();
        timing.Lay();
        return timing._laid.ToImmutable();
    }

    // A rest follows a syllable when more time is left before the next one's consonants than a pause between words takes.
    private static bool[] Rests(PhraseSlots slots)
    {
        var rests = new bool[slots.Vowels.Length];
        for (var k = 0; k + 1 < rests.Length; k++)
        {
            var onset = slots.Onsets[k + 1].Sum(j => PhonemeLengths.Usual(slots.All[j].Class));
            rests[k] = slots.Starts[k + 1] - slots.Ends[k] - onset > ShortestRest;
        }

        return rests;
    }

    private void Share()
    {
        for (var k = 0; k < _rests.Length; k++)
        {
            var isLast = k == _rests.Length - 1;
            var end =
                isLast || _rests[k] ? Math.Max(_slots.Ends[k], _slots.Starts[k] + SmallestVowel) : _slots.Starts[k + 1];
            List<int> consonants = [.. _slots.Codas[k]];
            if (!isLast && !_rests[k])
            {
                consonants.AddRange(_slots.Onsets[k + 1]);
            }

            Fill(_slots.Vowels[k], consonants, end - _slots.Starts[k]);
            if (_rests[k])
            {
                Limit(_slots.Onsets[k + 1], LargestOnsetShare * (_slots.Starts[k + 1] - end));
            }
        }
    }

    private void Fill(int vowel, List<int> consonants, double available)
    {
        if (_lengths.IsPredicted)
        {
            var scale = available / (_lengths[vowel] + consonants.Sum(j => _lengths[j]));
            _lengths[vowel] *= scale;
            consonants.ForEach(j => _lengths[j] *= scale);
            return;
        }

        var smallest = Math.Min(0.8 * available, Math.Max(SmallestVowel, SmallestVowelShare * available));
        Limit(consonants, available - smallest);
        _lengths[vowel] = available - consonants.Sum(j => _lengths[j]);
    }

    private void Limit(List<int> consonants, double most)
    {
        var need = consonants.Sum(j => _lengths[j]);
        if (need > most)
        {
            consonants.ForEach(j => _lengths[j] *= most / need);
        }
    }

    private void Lay()
    {
        var start = _slots.Starts[0] - _slots.Onsets[0].Sum(j => _lengths[j]);
        Pause(start - Head - (_breathes ? BreathLength : 0), start);
        for (var k = 0; k < _rests.Length; k++)
        {
            Put(_slots.Onsets[k]);
            Put([_slots.Vowels[k], .. _slots.Codas[k]]);
            if (_rests[k])
            {
                Pause(_laid[^1].End, _slots.Starts[k + 1] - _slots.Onsets[k + 1].Sum(j => _lengths[j]));
            }
        }

        Silence(_laid[^1].End, _laid[^1].End + Tail);
    }

    private void Put(List<int> slots)
    {
        foreach (var j in slots)
        {
            foreach (var (phoneme, share, index) in _lengths.Parts(j))
            {
                var start = _laid[^1].End;
                var opens = _slots.All[j].IsVowel && index == 0;
                _laid.Add(new TimedPhoneme(phoneme, j, opens, start, start + share * _lengths[j]));
            }
        }
    }

    private void Pause(double start, double end)
    {
        if (_breathes && (_laid.Count == 0 || end - start > BreathRest))
        {
            Silence(start, end - BreathLength);
            _laid.Add(new TimedPhoneme(PhonemeTable.Breath, -1, true, end - BreathLength, end));
        }
        else
        {
            Silence(start, end);
        }
    }

    private void Silence(double start, double end) =>
        _laid.Add(new TimedPhoneme(PhonemeTable.Silence, -1, true, start, end));
}
