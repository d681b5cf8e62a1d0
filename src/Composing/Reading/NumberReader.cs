using System.Collections.Immutable;
using System.Globalization;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Reads what is written in figures and letters: tempo, time signature and key.</summary>
internal sealed class NumberReader(ImmutableArray<Token> tokens, ReadingBuilder builder)
{
    private const double Slowest = 40;
    private const double Fastest = 240;
    private const int MostBeats = 15;

    /// <summary>Reads at a place. Returns how many tokens it took; 0 when there is nothing of the kind.</summary>
    public int Read(int i)
    {
        if (tokens[i].IsBreak)
        {
            return 0;
        }

        var tempo = ReadTempo(i);
        var meter = tempo > 0 ? tempo : ReadMeter(i);
        return meter > 0 ? meter : ReadKey(i);
    }

    private int ReadTempo(int i)
    {
        if (Text(i) is "bpm" or "tempo")
        {
            var at = i + 1;
            while (Text(at) is ":" or "of" or "at" or "around" or "about")
            {
                at++;
            }

            return Number(at) is { } named && Text(at + 1) != "bpm" && Take(named, named) ? at + 1 - i : 0;
        }

        if (Number(i) is not { } first)
        {
            return Attached(i) is { } bpm && Take(bpm, bpm) ? 1 : 0;
        }

        var unit = UnitLength(i + 1);
        if (unit > 0)
        {
            return Take(first, first) ? 1 + unit : 0;
        }

        var next = Text(i + 1) is "to" or "and" or "or" or "–" ? i + 2 : i + 1;
        if ((Number(next) ?? Attached(next)) is { } second && second >= first)
        {
            unit = Attached(next) is null ? UnitLength(next + 1) : 0;
            var isRange = unit > 0 || Attached(next) is not null;
            return isRange && Take(first, second) ? next + 1 + unit - i : 0;
        }

        // A tag that is nothing but a number.
        return first is >= 60 and <= 200 && Ends(i - 1) && Ends(i + 1) && tokens.Length > 1 && Take(first, first)
            ? 1
            : 0;
    }

    private bool Take(double slowest, double fastest)
    {
        if (slowest < Slowest || fastest > Fastest)
        {
            return false;
        }

        if (slowest < fastest)
        {
            builder.PaceInNumbers ??= (slowest, fastest);
        }
        else
        {
            builder.Bpm ??= slowest;
        }

        return true;
    }

    private int ReadMeter(int i)
    {
        if (!Meter.TryParse(tokens[i].Text, out var meter) || meter.Beats > MostBeats)
        {
            return 0;
        }

        builder.Meter ??= meter;
        return 1;
    }

    private int ReadKey(int i)
    {
        if (KeyWords.Find(tokens, i) is not { } found)
        {
            return 0;
        }

        if (builder.Key is null)
        {
            builder.Key = found.Key;
            builder.KeyIsBare = found.IsBare;
        }

        return found.Length;
    }

    private int UnitLength(int i) =>
        Text(i) == "bpm" ? 1
        : Text(i) == "beats" && Text(i + 1) is "per" or "a" && Text(i + 2) == "minute" ? 3
        : 0;

    private double? Number(int i) =>
        double.TryParse(Text(i), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    // "120bpm"
    private double? Attached(int i) =>
        Text(i).EndsWith("bpm", StringComparison.Ordinal)
        && double.TryParse(Text(i)[..^3], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private string Text(int i) => i >= 0 && i < tokens.Length ? tokens[i].Text : "";

    private bool Ends(int i) => i < 0 || i >= tokens.Length || tokens[i].IsBreak;
}
