using Troubadour.Audio;

namespace Troubadour.Engine.Bench;

/// <summary>What is left when one master is taken from another, sample by sample.</summary>
internal sealed class Residue(AudioBuffer one, AudioBuffer other)
{
    /// <summary>The largest difference between two seconds, in dBFS; -200 for equal bits.</summary>
    public double Peak(double from, double to)
    {
        var worst = 1e-10;
        var last = Math.Min((int)(to * one.Rate), Math.Min(one.Length, other.Length));
        for (var i = Math.Max(0, (int)(from * one.Rate)); i < last; i++)
        {
            worst = Math.Max(worst, Math.Abs(one.Left[i] - other.Left[i]));
            worst = Math.Max(worst, Math.Abs(one.Right[i] - other.Right[i]));
        }

        return 20 * Math.Log10(worst);
    }

    /// <summary>The second up to which both are within a level of each other.</summary>
    public double EqualUntil(double decibels)
    {
        const double Step = 0.01;
        var second = 0.0;
        while (second < one.Seconds && Peak(second, second + Step) < decibels)
        {
            second += Step;
        }

        return second;
    }

    /// <summary>The second from which on both are within a level of each other.</summary>
    public double EqualFrom(double decibels)
    {
        const double Step = 0.01;
        var second = Math.Min(one.Seconds, other.Seconds);
        while (second > 0 && Peak(second - Step, second) < decibels)
        {
            second -= Step;
        }

        return second;
    }
}
