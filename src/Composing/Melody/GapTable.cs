using System.Collections.Immutable;

namespace Troubadour.Composing;

/// <summary>How likely each gap between onsets is at a place in the bar, at this tempo and in this metre.</summary>
internal sealed class GapTable
{
    private const int Widest = MelodyStatistics.Widest;
    private static readonly string[] Speeds = ["slow", "middle", "fast"];
    private readonly int _steps;
    private readonly double[] _gaps;
    private readonly double[] _starts;

    /// <summary>A table for a metre.</summary>
    /// <param name="sung">Counts of sung music in 4/4.</param>
    /// <param name="grid">The bar.</param>
    /// <param name="quarterBpm">Quarters a minute.</param>
    /// <param name="eighthsOnly">True when nothing may lie between the eighths (swung eighths).</param>
    /// <param name="sixteenths">0 to 1: how much of the table of slower songs is mixed in.</param>
    public GapTable(MelodyStatistics sung, MetricGrid grid, double quarterBpm, bool eighthsOnly, double sixteenths)
    {
        _steps = grid.Steps;
        _gaps = new double[_steps * (Widest + 1) * Widest];
        _starts = new double[_steps];
        var own = sung.Gaps[
            Speeds[
                quarterBpm < 74 ? 0
                : quarterBpm < 96 ? 1
                : 2
            ]
        ];
        var slower = sung.Gaps[Speeds[quarterBpm < 110 ? 0 : 1]];
        var mixed = quarterBpm > 138 ? 0 : sixteenths * 0.8;
        for (var slot = 0; slot < _steps; slot++)
        {
            _starts[slot] = Place(sung.Starts[Common(slot)], slot, grid, eighthsOnly);
            for (var prior = 0; prior <= Widest; prior++)
            {
                for (var gap = 1; gap <= Widest; gap++)
                {
                    var counted = grid.Compound
                        ? Compound(gap)
                        : ((1 - mixed) * own[Common(slot)][prior][gap - 1])
                            + (mixed * slower[Common(slot)][prior][gap - 1]);
                    var landed = Place(counted + 0.004, slot + gap, grid, eighthsOnly);
                    _gaps[(((slot * (Widest + 1)) + prior) * Widest) + gap - 1] = landed;
                }
            }
        }
    }

    /// <summary>The weight of a gap after an onset on <paramref name="slot"/> that came <paramref name="prior"/> after the one before.</summary>
    public double Of(int slot, int prior, int gap)
    {
        var place = (((slot % _steps) + _steps) % _steps * (Widest + 1)) + prior;
        var weight = _gaps[(place * Widest) + Math.Min(gap, Widest) - 1];
        return gap < Widest ? weight
            : gap == Widest ? 0.45 * weight
            : weight * (gap % 4 == 0 ? 0.14 : 0.07);
    }

    /// <summary>The weight of a line's first onset.</summary>
    public double Start(int slot) => _starts[((slot % _steps) + _steps) % _steps];

    // Three quarters are beats 1, 2 and 4 of the counted bar.
    private int Common(int slot) =>
        _steps == 16 ? slot
        : slot >= 8 && _steps == 12 ? slot + 4
        : slot % 16;

    private static double Compound(int gap) =>
        gap switch
        {
            2 => 0.42,
            4 => 0.2,
            6 => 0.22,
            8 => 0.12,
            _ => 0.01,
        };

    private static double Place(double weight, int slot, MetricGrid grid, bool eighthsOnly)
    {
        var place = ((slot % grid.Steps) + grid.Steps) % grid.Steps;
        if (place % 2 != 0 && (grid.Compound || eighthsOnly))
        {
            return weight * 0.001;
        }

        return grid.Compound && place % 6 == 0 ? weight * 1.7 : weight;
    }
}
