using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// Brings rows that were written for another metre to this one: longer bars are cut (fills at their start, grooves at their end),
/// shorter ones go round again.
/// </summary>
internal static class MeterFitter
{
    public static StyleSheet Fit(StyleSheet style, Meter meter)
    {
        var steps = meter.TicksPerBar / Ticks.PerSixteenth;
        return style with
        {
            Drums = style.Drums with
            {
                Low = Grooves(style.Drums.Low, steps, fromEnd: false),
                Mid = Grooves(style.Drums.Mid, steps, fromEnd: false),
                High = Grooves(style.Drums.High, steps, fromEnd: false),
                Fills = Grooves(style.Drums.Fills, steps, fromEnd: true),
            },
            Fills = new FillSheet
            {
                Low = Grooves(style.Fills.Low, steps, fromEnd: true),
                High = Grooves(style.Fills.High, steps, fromEnd: true),
            },
            Bass = style.Bass is null ? null : Part(style.Bass, steps),
            Parts = [.. style.Parts.Select(part => Part(part, steps))],
        };
    }

    private static PartSheet Part(PartSheet part, int steps) =>
        part with
        {
            Low = Rows(part.Low, steps),
            Mid = Rows(part.Mid, steps),
            High = Rows(part.High, steps),
        };

    private static ImmutableArray<string> Rows(ImmutableArray<string> rows, int steps) =>
        [.. rows.Select(row => Row(row, steps, fromEnd: false))];

    private static ImmutableArray<ImmutableDictionary<string, string>> Grooves(
        ImmutableArray<ImmutableDictionary<string, string>> grooves,
        int steps,
        bool fromEnd
    ) =>
        [
            .. grooves.Select(groove =>
                groove.ToImmutableDictionary(pair => pair.Key, pair => Row(pair.Value, steps, fromEnd))
            ),
        ];

    private static string Row(string row, int steps, bool fromEnd) =>
        string.Join('|', row.Split('|').Select(bar => Bar(bar, steps, fromEnd)));

    private static string Bar(string bar, int steps, bool fromEnd)
    {
        if (bar.Length >= steps)
        {
            return fromEnd ? bar[^steps..] : bar[..steps];
        }

        var filled = string.Concat(Enumerable.Repeat(bar, (steps + bar.Length - 1) / bar.Length));
        return filled[..steps];
    }
}
