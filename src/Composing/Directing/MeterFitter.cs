using System.Collections.Immutable;
using System.Text;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// Brings rows that were written for another metre to this one: longer bars are cut (fills at their start, grooves at their end),
/// shorter ones go round again, and rows of quarters shuffle in a compound metre.
/// </summary>
internal static class MeterFitter
{
    public static StyleSheet Fit(StyleSheet style, Meter meter)
    {
        return style with
        {
            Drums = style.Drums with
            {
                Low = Grooves(style.Drums.Low, meter, fromEnd: false),
                Mid = Grooves(style.Drums.Mid, meter, fromEnd: false),
                High = Grooves(style.Drums.High, meter, fromEnd: false),
                Fills = Grooves(style.Drums.Fills, meter, fromEnd: true),
            },
            Fills = new FillSheet
            {
                Low = Grooves(style.Fills.Low, meter, fromEnd: true),
                High = Grooves(style.Fills.High, meter, fromEnd: true),
            },
            Bass = style.Bass is null ? null : Part(style.Bass, meter),
            Parts = [.. style.Parts.Select(part => Part(part, meter))],
        };
    }

    private static PartSheet Part(PartSheet part, Meter meter) =>
        part with
        {
            Low = Rows(part.Low, meter),
            Mid = Rows(part.Mid, meter),
            High = Rows(part.High, meter),
        };

    private static ImmutableArray<string> Rows(ImmutableArray<string> rows, Meter meter) =>
        [.. rows.Select(row => Row(row, meter, fromEnd: false))];

    private static ImmutableArray<ImmutableDictionary<string, string>> Grooves(
        ImmutableArray<ImmutableDictionary<string, string>> grooves,
        Meter meter,
        bool fromEnd
    ) =>
        [
            .. grooves.Select(groove =>
                groove.ToImmutableDictionary(pair => pair.Key, pair => Row(pair.Value, meter, fromEnd))
            ),
        ];

    private static string Row(string row, Meter meter, bool fromEnd) =>
        string.Join('|', row.Split('|').Select(bar => Bar(bar, meter, fromEnd)));

    private static string Bar(string bar, Meter meter, bool fromEnd)
    {
        var steps = meter.TicksPerBar / Ticks.PerSixteenth;
        if (bar.Length == 16 && meter.IsCompound)
        {
            bar = Shuffled(bar);
        }

        if (bar.Length >= steps)
        {
            return fromEnd ? bar[^steps..] : bar[..steps];
        }

        var filled = string.Concat(Enumerable.Repeat(bar, (steps + bar.Length - 1) / bar.Length));
        return filled[..steps];
    }

    // A quarter's four sixteenths go to the first, third, fifth and sixth of a dotted quarter: what a shuffle makes of them.
    private static string Shuffled(string bar)
    {
        var wide = new StringBuilder();
        for (var i = 0; i < bar.Length; i++)
        {
            wide.Append(bar[i]);
            if (i % 4 is 0 or 1)
            {
                wide.Append(
                    bar[i] != '.' && bar.Contains('-', StringComparison.Ordinal) && bar[i + 1] != '.' ? '-' : '.'
                );
            }
        }

        return wide.ToString();
    }
}
