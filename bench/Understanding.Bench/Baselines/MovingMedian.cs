namespace Troubadour.Understanding.Bench;

/// <summary>The median of the values around each value; near the ends, of those that there are.</summary>
internal static class MovingMedian
{
    /// <summary>Finds them.</summary>
    /// <param name="values">The values.</param>
    /// <param name="reach">How many on each side count, 1 to 100.</param>
    /// <param name="medians">As many medians; the upper one where the count is even.</param>
    public static void Of(ReadOnlySpan<float> values, int reach, Span<float> medians)
    {
        Span<float> window = stackalloc float[2 * reach + 1];
        var count = 0;
        for (var i = 0; i < values.Length + reach; i++)
        {
            if (i > 2 * reach)
            {
                count = Remove(window, count, values[i - 2 * reach - 1]);
            }

            if (i < values.Length)
            {
                count = Insert(window, count, values[i]);
            }

            if (i >= reach)
            {
                medians[i - reach] = window[count / 2];
            }
        }
    }

    private static int Insert(Span<float> window, int count, float value)
    {
        var at = window[..count].BinarySearch(value);
        at = at < 0 ? ~at : at;
        window[at..count].CopyTo(window[(at + 1)..]);
        window[at] = value;
        return count + 1;
    }

    private static int Remove(Span<float> window, int count, float value)
    {
        var at = window[..count].BinarySearch(value);
        window[(at + 1)..count].CopyTo(window[at..]);
        return count - 1;
    }
}
