using System.Collections.Immutable;
using System.Text;
using Troubadour.Music;

namespace Troubadour.Lyrics;

/// <summary>
/// Chinese text to sung words in Mandarin: one word a character, numbers in figures one word each. Neutral tones, erhua and tone sandhi
/// are heard; the voice's English phones make it accented. Safe for use from many threads.
/// </summary>
internal sealed class MandarinReader
{
    private readonly MandarinWords _words = new();
    private readonly MandarinSounds _sounds = new();

    /// <summary>The readings of a stretch without a pause, one for each character of <see cref="Spell"/>'s text.</summary>
    public ImmutableArray<Pinyin> Pinyins(string text)
    {
        var spoken = Spell(text, out _);
        var readings = new Pinyin[spoken.Length];
        Read(spoken, readings, new bool[spoken.Length]);
        return [.. readings];
    }

    /// <summary>The words of a stretch without a pause: Han characters and figures; what has no reading falls away.</summary>
    public ImmutableArray<SungWord> Words(string text)
    {
        var spoken = Spell(text, out var units);
        var readings = new Pinyin[spoken.Length];
        var isCurled = new bool[spoken.Length];
        Read(spoken, readings, isCurled);
        var particles = _words.Particles(spoken);
        var words = ImmutableArray.CreateBuilder<SungWord>();
        var at = 0;
        foreach (var (written, length) in units)
        {
            var syllables = Syllables(readings.AsSpan(at, length));
            if (isCurled[at] && words.Count > 0)
            {
                words[^1] = Curl(words[^1], written);
            }
            else if (!syllables.IsEmpty)
            {
                words.Add(Word(written, syllables, !particles[at]));
            }

            at += length;
        }

        return words.ToImmutable();
    }

    private void Read(string spoken, Pinyin[] readings, bool[] isCurled)
    {
        var isFixed = new bool[spoken.Length];
        _words.Read(spoken, readings, isFixed, isCurled);
        ToneSandhi.Apply(spoken, readings, isFixed);
    }

    private static SungWord Word(string written, ImmutableArray<Syllable> syllables, bool isContent) =>
        new(written, isContent, [.. syllables.Select(s => s with { Stress = isContent && s.Tone != 5 ? 1 : 0 })]);

    private SungWord Curl(SungWord word, string written) =>
        word with
        {
            Text = word.Text + written,
            Syllables = word.Syllables.SetItem(word.Syllables.Length - 1, _sounds.Curl(word.Syllables[^1])),
        };

    private ImmutableArray<Syllable> Syllables(ReadOnlySpan<Pinyin> readings)
    {
        var syllables = ImmutableArray.CreateBuilder<Syllable>();
        foreach (var reading in readings)
        {
            if (reading.Letters is { } letters && _sounds.Phones(letters) is { IsEmpty: false } phones)
            {
                syllables.Add(new Syllable(phones, 1) { Tone = reading.Tone });
            }
        }

        return syllables.ToImmutable();
    }

    // Figures become characters, and the sign of repetition becomes the character it stands for.
    private static string Spell(string text, out List<(string Written, int Length)> units)
    {
        var spoken = new StringBuilder();
        units = [];
        for (var i = 0; i < text.Length; )
        {
            var end = i;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            var isNumber = end > i;
            end = isNumber ? end : i + 1;
            var written = text[i..end];
            var said =
                isNumber ? MandarinNumbers.Read(written, end < text.Length ? text[end] : ' ')
                : text[i] == '々' && spoken.Length > 0 ? spoken[^1].ToString()
                : written;
            spoken.Append(said);
            units.Add((written, said.Length));
            i = end;
        }

        return spoken.ToString();
    }
}
