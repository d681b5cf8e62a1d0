namespace Troubadour.Lyrics;

/// <summary>
/// How Mandarin tones change beside each other: third tones in a row, and the words 不 and 一 (Chao, A Grammar of Spoken Chinese, 1968,
/// sections 1.3.4 and 1.3.5).
/// </summary>
internal static class ToneSandhi
{
    private const string Counting = "零〇一二三四五六七八九十第初";

    /// <summary>Changes the tones of one stretch without a pause in place.</summary>
    /// <param name="text">The characters.</param>
    /// <param name="readings">Their readings, as many.</param>
    /// <param name="isFixed">True where a listed word says the tone.</param>
    public static void Apply(ReadOnlySpan<char> text, Span<Pinyin> readings, ReadOnlySpan<bool> isFixed)
    {
        for (var i = 0; i < readings.Length; i++)
        {
            if (isFixed[i])
            {
                continue;
            }

            readings[i] = (text[i], readings[i].Letters) switch
            {
                ('不', "bu") => readings[i] with { Tone = Not(text, readings, i) },
                ('一', "yi") => readings[i] with { Tone = One(text, readings, i) },
                _ => readings[i],
            };
        }

        ThirdTones(readings);
    }

    // Pairs from the left: the first of two third tones rises; an odd one at the end draws the one before it along.
    private static void ThirdTones(Span<Pinyin> readings)
    {
        for (var start = 0; start < readings.Length; start++)
        {
            var end = start;
            while (end < readings.Length && readings[end].Tone == 3)
            {
                end++;
            }

            for (var i = start; i < end - 1; i++)
            {
                var isFirst = (i - start) % 2 == 0;
                var isBeforeLast = i == end - 2;
                readings[i] = isFirst || isBeforeLast ? readings[i] with { Tone = 2 } : readings[i];
            }

            start = Math.Max(start, end - 1);
        }
    }

    private static int Not(ReadOnlySpan<char> text, ReadOnlySpan<Pinyin> readings, int i) =>
        IsBetweenTwins(text, i) ? 5
        : i + 1 < readings.Length && readings[i + 1].Tone == 4 ? 2
        : 4;

    private static int One(ReadOnlySpan<char> text, ReadOnlySpan<Pinyin> readings, int i)
    {
        if (IsBetweenTwins(text, i))
        {
            return 5;
        }

        var counts =
            (i > 0 && Counting.Contains(text[i - 1], StringComparison.Ordinal))
            || i + 1 == text.Length
            || text[i + 1] == '月'
            || (Counting.Contains(text[i + 1], StringComparison.Ordinal));
        return counts ? 1
            : readings[i + 1].Tone == 4 ? 2
            : 4;
    }

    // "看一看", "好不好".
    private static bool IsBetweenTwins(ReadOnlySpan<char> text, int i) =>
        i > 0 && i + 1 < text.Length && text[i - 1] == text[i + 1];
}
