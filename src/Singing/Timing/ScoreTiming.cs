using Troubadour.Music;

namespace Troubadour.Singing;

/// <summary>
/// Lays phones on the score: the vowel starts with its note, onset consonants come out of the time before it, codas end with the note,
/// and vowels take what is left (the timing of sung consonants: Sundberg and Bauer-Huppmann 2007).
/// </summary>
internal sealed class ScoreTiming
{
    // Found by word error rate: consonants of speech are too short and quiet for song.
    private const double ConsonantStretch = 1.67;
    private const double SmallestVowelShare = 0.25;
    private const double SmallestVowel = 0.06;
    private const double MostShrink = 0.35;
    private const double GlideAfterBeat = 0.35;
    private const double LongestFinalFricative = 0.18;
    private const double ShortestRest = 0.12;

    private readonly HtsVoice _voice;
    private readonly double _frame;
    private readonly List<LabelledPhone> _phones;
    private readonly LabelContext[] _contexts;
    private readonly double[] _natural;
    private readonly double[] _lengths;
    private readonly double[] _rests;
    private readonly double[] _vowelStarts;
    private readonly double[] _syllableEnds;
    private readonly List<int>[] _onsets;
    private readonly List<int>[] _codas;
    private readonly int[] _vowels;

    private ScoreTiming(HtsVoice voice, PhraseScore phrase)
    {
        _voice = voice;
        _frame = (double)voice.FramePeriod / voice.SampleRate;
        var count = phrase.Words.Sum(w => w.Syllables.Length);
        (_vowelStarts, _syllableEnds) = NoteTimes(phrase, count);
        var isLong = Enumerable.Range(0, count).Select(k => _syllableEnds[k] - _vowelStarts[k] >= 0.5).ToArray();
        _phones = FullContextLabels.Of(phrase.Words, isLong);
        _contexts = [.. _phones.Select(p => new LabelContext(p.Label, voice.Questions))];
        _natural = [.. _contexts.Select(Natural)];
        _lengths = [.. _natural];
        _rests = new double[count];
        _onsets = [.. Enumerable.Range(0, count).Select(_ => new List<int>())];
        _codas = [.. Enumerable.Range(0, count).Select(_ => new List<int>())];
        _vowels = new int[count];
        Array.Fill(_vowels, -1);
        for (var j = 1; j < _phones.Count - 1; j++)
        {
            var k = _phones[j].Syllable;
            if (_phones[j].IsVowel)
            {
                _vowels[k] = j;
            }
            else
            {
                (_vowels[k] < 0 ? _onsets : _codas)[k].Add(j);
            }
        }
    }

    /// <summary>Plans a phrase.</summary>
    /// <param name="voice">The voice whose durations count.</param>
    /// <param name="phrase">The phrase.</param>
    /// <param name="lead">Seconds of silence (and breath) before the first phone.</param>
    /// <param name="tail">Seconds of silence after the last phone.</param>
    /// <returns>The phones, silences included, from frame 0, and the song time of frame 0 in seconds.</returns>
    public static (List<PlannedPhone> Phones, double Origin) Plan(
        HtsVoice voice,
        PhraseScore phrase,
        double lead,
        double tail
    )
    {
        var timing = new ScoreTiming(voice, phrase);
        timing.ShareTime(phrase.Rap);
        return timing.Lay(lead, tail);
    }

    private static (double[] Starts, double[] Ends) NoteTimes(PhraseScore phrase, int count)
    {
        var starts = new double[count];
        var ends = new double[count];
        Array.Fill(starts, double.NaN);
        foreach (var note in phrase.Notes)
        {
            starts[note.Syllable] = double.IsNaN(starts[note.Syllable]) ? note.Start : starts[note.Syllable];
            ends[note.Syllable] = note.End;
        }

        return Array.Exists(starts, double.IsNaN)
            ? throw new ArgumentException("The notes leave out a syllable of the phrase.", nameof(phrase))
            : (starts, ends);
    }

    private double Natural(LabelContext label)
    {
        var sum = 0.0;
        foreach (var mean in _voice.StateDurations(label))
        {
            sum += Math.Max(1, mean * ConsonantStretch);
        }

        return sum * _frame;
    }

    private void ShareTime(bool isRap)
    {
        for (var k = 0; k < _vowels.Length; k++)
        {
            var glide = _onsets[k].Count > 0 && _phones[_onsets[k][^1]].Class == PhoneClass.Glide;
            _vowelStarts[k] += glide ? GlideAfterBeat * Math.Min(0.12, _natural[_onsets[k][^1]]) : 0;
        }

        for (var k = 0; k < _vowels.Length; k++)
        {
            ShareSyllable(k, isRap);
        }
    }

    // From this vowel's start to the next one's: vowel, coda, perhaps a rest, next onset.
    private void ShareSyllable(int k, bool isRap)
    {
        var isLast = k == _vowels.Length - 1;
        foreach (var j in _codas[k])
        {
            var isFinal = isLast && _phones[j].Class is PhoneClass.Fricative or PhoneClass.VoicedFricative;
            _lengths[j] = isFinal ? Math.Min(_natural[j], LongestFinalFricative) : _natural[j];
        }

        var next = isLast ? Math.Max(_syllableEnds[k], _vowelStarts[k] + SmallestVowel) : _vowelStarts[k + 1];
        var consonants = isLast ? _codas[k] : [.. _codas[k], .. _onsets[k + 1]];
        var need = consonants.Sum(j => _lengths[j]);
        var available = next - _vowelStarts[k];
        var gap = isLast ? 0 : next - _syllableEnds[k] - _onsets[k + 1].Sum(j => _lengths[j]);
        if (gap > ShortestRest || (isRap && !isLast && available > 0.5))
        {
            _rests[k] = Math.Max(gap, isRap ? available - 0.45 - need : 0);
            _rests[k] = Math.Max(0, Math.Min(_rests[k], available - need - SmallestVowel));
            available -= _rests[k];
        }

        var smallest = Math.Max(SmallestVowel, SmallestVowelShare * available);
        if (need > available - smallest)
        {
            var scale = Math.Max(MostShrink, (available - smallest) / need);
            foreach (var j in consonants)
            {
                _lengths[j] *= scale;
            }
        }

        _lengths[_vowels[k]] = Math.Max(0.04, available - consonants.Sum(j => _lengths[j]));
    }

    private (List<PlannedPhone> Phones, double Origin) Lay(double lead, double tail)
    {
        var origin = _vowelStarts[0] - _onsets[0].Sum(j => _lengths[j]) - lead;
        var planned = new List<PlannedPhone>();
        var (position, frame) = (0.0, 0);
        void Put(int j, double seconds)
        {
            position += seconds / _frame;
            var frames = Math.Max(_phones[j].Class == PhoneClass.Silence ? 0 : 3, (int)Math.Round(position) - frame);
            planned.Add(new PlannedPhone(_phones[j], _contexts[j], frame, States(j, frames)));
            frame += frames;
        }

        Put(0, lead);
        for (var j = 1; j < _phones.Count - 1; j++)
        {
            Put(j, _lengths[j]);
            var k = _phones[j].Syllable;
            if (_rests[k] > 0 && _phones[j + 1].Syllable != k)
            {
                Put(_phones.Count - 1, _rests[k]);
            }
        }

        Put(_phones.Count - 1, tail);
        return (planned, origin);
    }

    // Time beyond the natural length goes mostly to a vowel's middle; a diphthong holds its first part.
    private int[] States(int j, int frames)
    {
        var means = _voice.StateDurations(_contexts[j]);
        var total = 0.0;
        foreach (var mean in means)
        {
            total += Math.Max(1, mean);
        }

        ReadOnlySpan<double> extra = _phones[j].Class switch
        {
            PhoneClass.Diphthong => [.1, .5, .3, .1, 0],
            PhoneClass.Vowel => [.1, .2, .4, .2, .1],
            _ => [],
        };
        var states = new int[means.Length];
        var (sum, done) = (0.0, 0);
        for (var i = 0; i < states.Length; i++)
        {
            var mean = Math.Max(1, means[i]);
            sum +=
                frames <= total || extra.Length != states.Length
                    ? mean * frames / total
                    : mean + (frames - total) * extra[i];
            states[i] = (int)Math.Round(sum) - done;
            done += states[i];
        }

        states[^1] += frames - done;
        return states;
    }
}
