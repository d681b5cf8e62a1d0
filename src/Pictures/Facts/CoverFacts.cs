using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Pictures;

/// <summary>What a picture shows of a song: its form, harmony and tune in shares of the clip's length.</summary>
internal sealed record CoverFacts
{
    /// <summary>The sections, at least one, without gaps from 0 to 1.</summary>
    public required ImmutableArray<CoverSection> Sections { get; init; }

    /// <summary>The chords, at least one.</summary>
    public required ImmutableArray<CoverChord> Chords { get; init; }

    /// <summary>The tune: the lead voice, or what leads where nobody sings; may be empty.</summary>
    public required ImmutableArray<CoverNote> Tune { get; init; }

    /// <summary>How busy each bar is, 0 silent to 1 the busiest of the song; at least one bar.</summary>
    public required ImmutableArray<double> Bars { get; init; }

    /// <summary>The key.</summary>
    public required Key Key { get; init; }

    /// <summary>Pulses a minute.</summary>
    public required double Tempo { get; init; }

    /// <summary>The style's id.</summary>
    public required string Style { get; init; }

    /// <summary>The title, which may be empty.</summary>
    public required string Title { get; init; }

    /// <summary>The sections' mean energy, weighted by their length.</summary>
    public double Energy => Sections.Sum(section => section.Energy * section.Width);

    /// <summary>The section that sounds at a place.</summary>
    public CoverSection SectionAt(double at) => Sections.LastOrDefault(section => section.From <= at) ?? Sections[0];

    /// <summary>The chord that sounds at a place.</summary>
    public CoverChord ChordAt(double at)
    {
        var low = 0;
        var high = Chords.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Chords[middle].From <= at ? (middle, high) : (low, middle - 1);
        }

        return Chords[low];
    }

    /// <summary>How busy the bar at a place is.</summary>
    public double BusyAt(double at) => Bars[Math.Clamp((int)(at * Bars.Length), 0, Bars.Length - 1)];

    /// <summary>The tune's height over a stretch, drawn as a smooth curve: 0 low to 1 high, .5 where there is no tune.</summary>
    /// <param name="from">Start of the stretch.</param>
    /// <param name="to">Its end.</param>
    /// <param name="points">How many values.</param>
    public double[] Contour(double from, double to, int points)
    {
        var curve = new double[points];
        var reach = Math.Max((to - from) / points * 4, 0.004);
        for (var i = 0; i < points; i++)
        {
            var at = from + (to - from) * (i + 0.5) / points;
            var weight = 1e-3;
            var sum = weight * 0.5;
            foreach (var note in Tune)
            {
                var away = Math.Abs(note.At + note.Length / 2 - at) / reach;
                if (away < 3)
                {
                    var w = Math.Exp(-away * away);
                    weight += w;
                    sum += w * note.Height;
                }
            }

            curve[i] = sum / weight;
        }

        return curve;
    }
}
