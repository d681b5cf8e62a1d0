using System.Collections.Immutable;
using System.Globalization;
using Troubadour.Music;

namespace Troubadour.Singing;

/// <summary>
/// Full-context labels of a sung phrase in the layout of the HTS English demonstration ("An HMM-based speech synthesis system applied
/// to English", Tokuda, Zen and Black 2002): phone and two neighbours to each side, then positions and counts of syllables, words and the
/// phrase. The phrase's end tone is NONE, as most of the training data has it: other values turn vowels voiceless.
/// </summary>
internal sealed class FullContextLabels
{
    private readonly ImmutableArray<SungWord> _words;
    private readonly List<SyllableContext> _syllables = [];
    private readonly List<string> _phones = [Phones.Pause];
    private readonly bool[] _stressed;
    private readonly bool[] _accented;
    private readonly bool[] _content;
    private readonly string[] _classes;

    private FullContextLabels(ImmutableArray<SungWord> words, IReadOnlyList<bool> isLong)
    {
        _words = words;
        for (var w = 0; w < words.Length; w++)
        {
            for (var s = 0; s < words[w].Syllables.Length; s++)
            {
                var syllable = words[w].Syllables[s];
                _syllables.Add(new SyllableContext(w, s, _phones.Count, syllable));
                _phones.AddRange(syllable.Phones);
            }
        }

        _phones.Add(Phones.Pause);
        _content = [.. words.Select(w => w.IsContent)];
        _classes = [.. words.Select(w => PartOfSpeech.Of(w.Text, w.IsContent))];
        _stressed = [.. _syllables.Select((s, k) => s.Syllable.Stress > 0 || isLong[k])];
        _accented = [.. _syllables.Select((s, k) => (s.Syllable.Stress > 0 && _content[s.Word]) || isLong[k])];
    }

    /// <summary>Labels a phrase: silence, its phones, silence.</summary>
    /// <param name="words">The words.</param>
    /// <param name="isLong">By syllable: true where the note is long, which sings as stress.</param>
    public static List<LabelledPhone> Of(ImmutableArray<SungWord> words, IReadOnlyList<bool> isLong)
    {
        var labels = new FullContextLabels(words, isLong);
        var last = labels._syllables.Count - 1;
        var result = new List<LabelledPhone> { new(Phones.Pause, -1, -1, labels.Silence(0, -1, 0)) };
        for (var k = 0; k <= last; k++)
        {
            var syllable = labels._syllables[k];
            for (var i = 0; i < syllable.Syllable.Phones.Length; i++)
            {
                result.Add(new(syllable.Syllable.Phones[i], k, syllable.Word, labels.Phone(k, i)));
            }
        }

        result.Add(new(Phones.Pause, -1, -1, labels.Silence(labels._phones.Count - 1, last, -1)));
        return result;
    }

    private string Around(int at) => $"{At(at - 2)}^{At(at - 1)}-{At(at)}+{At(at + 1)}={At(at + 2)}@";

    private string At(int at) => at >= 0 && at < _phones.Count ? _phones[at] : "x";

    private string Silence(int at, int previous, int next)
    {
        var a =
            previous < 0
                ? "x_x_x"
                : $"{Flag(_stressed[previous])}_{Flag(_accented[previous])}_{SegmentCount(previous)}";
        var c = next < 0 ? "x+x+x" : $"{Flag(_stressed[next])}+{Flag(_accented[next])}+{SegmentCount(next)}";
        var d = previous < 0 ? "x_x" : $"{_classes[^1]}_{_words[^1].Syllables.Length}";
        var f = next < 0 ? "x_x" : $"{_classes[0]}_{_words[0].Syllables.Length}";
        return $"{Around(at)}x_x/A:{a}/B:x-x-x@x-x&x-x#x-x$x-x!x-x;x-x|x/C:{c}/D:{d}/E:x+x@x+x&x+x#x+x/F:{f}/G:0_0/H:x=x@1=1|0/I:0=0{Utterance()}";
    }

    private string Phone(int k, int i)
    {
        var here = _syllables[k];
        var w = here.Word;
        var n = here.Syllable.Phones.Length;
        var a = k == 0 ? "0_0_0" : $"{Flag(_stressed[k - 1])}_{Flag(_accented[k - 1])}_{SegmentCount(k - 1)}";
        var c =
            k == _syllables.Count - 1
                ? "0+0+0"
                : $"{Flag(_stressed[k + 1])}+{Flag(_accented[k + 1])}+{SegmentCount(k + 1)}";
        var d = w == 0 ? "0_0" : $"{_classes[w - 1]}_{_words[w - 1].Syllables.Length}";
        var f = w == _words.Length - 1 ? "0_0" : $"{_classes[w + 1]}_{_words[w + 1].Syllables.Length}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Around(here.FirstPhone + i)}{i + 1}_{n - i}/A:{a}/B:{SyllablePart(k)}/C:{c}/D:{d}/E:{WordPart(w)}/F:{f}/G:0_0/H:{_syllables.Count}={_words.Length}@1=1|NONE/I:0=0{Utterance()}"
        );
    }

    private string SyllablePart(int k)
    {
        var here = _syllables[k];
        var count = _words[here.Word].Syllables.Length;
        var vowel = here.Syllable.Phones.First(Phones.IsVowel);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Flag(_stressed[k])}-{Flag(_accented[k])}-{here.Syllable.Phones.Length}@{here.Index + 1}-{count - here.Index}&{k + 1}-{_syllables.Count - k}"
                + $"#{Count(_stressed, 0, k)}-{Count(_stressed, k + 1, _stressed.Length)}${Count(_accented, 0, k)}-{Count(_accented, k + 1, _accented.Length)}"
                + $"!{Distance(_stressed, k, -1)}-{Distance(_stressed, k, 1)};{Distance(_accented, k, -1)}-{Distance(_accented, k, 1)}|{vowel}"
        );
    }

    private string WordPart(int w) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{_classes[w]}+{_words[w].Syllables.Length}@{w + 1}+{_words.Length - w}&{Count(_content, 0, w)}+{Count(_content, w + 1, _content.Length)}"
                + $"#{Distance(_content, w, -1)}+{Distance(_content, w, 1)}"
        );

    private string Utterance() =>
        string.Create(CultureInfo.InvariantCulture, $"/J:{_syllables.Count}+{_words.Length}-1");

    private int SegmentCount(int k) => _syllables[k].Syllable.Phones.Length;

    private static char Flag(bool value) => value ? '1' : '0';

    private static int Count(bool[] flags, int from, int to)
    {
        var count = 0;
        for (var i = from; i < to; i++)
        {
            count += flags[i] ? 1 : 0;
        }

        return count;
    }

    private static int Distance(bool[] flags, int from, int step)
    {
        for (var i = from + step; i >= 0 && i < flags.Length; i += step)
        {
            if (flags[i])
            {
                return (i - from) * step;
            }
        }

        return 0;
    }

    private readonly record struct SyllableContext(int Word, int Index, int FirstPhone, Syllable Syllable);
}
