namespace Troubadour.Mixing;

/// <summary>
/// Looks for the gain of a live group beside a held one that brings both to a loudness. The usual balance stays where its loudness is near
/// enough; else the nearest loudness that is. Gating makes loudness jump with the gain, so steps are short and the best of what was tried
/// counts.
/// </summary>
/// <param name="usualDb">The gain of the usual balance.</param>
/// <param name="mostDb">How far from it the gain may go.</param>
/// <param name="targetLufs">The loudness.</param>
internal sealed class LiveGainSearch(double usualDb, double mostDb, double targetLufs)
{
    private const double Leeway = 0.25;
    private const double Tolerance = 0.05;
    private const int MostTries = 7;
    private const double LongestStep = 1.5;

    // Decibels of the whole for one of the live group, where voices are a little over a band.
    private const double UsualSlope = 0.45;

    private readonly List<(double Gain, double Lufs)> _tried = [];
    private double _aim;

    /// <summary>The gain whose loudness came nearest.</summary>
    public double Best => _tried.MinBy(tried => Math.Abs(tried.Lufs - _aim)).Gain;

    /// <summary>The gain to try after one whose loudness is known; null when it is found, or cannot be.</summary>
    public double? Next(double gainDb, double lufs)
    {
        if (_tried.Count == 0)
        {
            _aim = Math.Clamp(lufs, targetLufs - Leeway, targetLufs + Leeway);
        }

        _tried.Add((gainDb, lufs));
        var off = _aim - lufs;
        if (Math.Abs(off) <= Tolerance || _tried.Count == MostTries)
        {
            return null;
        }

        var step = Math.Clamp(off / Slope(), -LongestStep, LongestStep);
        var next = Math.Clamp(gainDb + step, usualDb - mostDb, usualDb + mostDb);
        return _tried.Exists(tried => tried.Gain == next) ? null : next;
    }

    private double Slope()
    {
        if (_tried.Count < 2)
        {
            return UsualSlope;
        }

        var (last, before) = (_tried[^1], _tried[^2]);
        return Math.Clamp((last.Lufs - before.Lufs) / (last.Gain - before.Gain), 0.25, 1.1);
    }
}
