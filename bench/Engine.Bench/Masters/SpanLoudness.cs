using Troubadour.Audio;

namespace Troubadour.Engine.Bench;

/// <summary>Loudness over chosen stretches: the mean power of the 400 ms windows whose middle lies inside.</summary>
internal sealed class SpanLoudness(AudioBuffer sound)
{
    private const double Middle = 0.2;
    private const double Step = 0.1;

    private readonly IReadOnlyList<double> _levels = LoudnessMeter.Of(sound).Momentary;

    /// <summary>LUFS over all the spans together; NaN when no window lies inside.</summary>
    public double Over(params IEnumerable<(double Start, double End)> spans)
    {
        var powers = Inside(spans).Select(level => Math.Pow(10, level / 10)).DefaultIfEmpty(double.NaN).Average();
        return 10 * Math.Log10(powers);
    }

    /// <summary>The least level of a window inside a span; NaN when there is none.</summary>
    public double Least((double Start, double End) span) => Inside([span]).DefaultIfEmpty(double.NaN).Min();

    private IEnumerable<double> Inside(IEnumerable<(double Start, double End)> spans) =>
        spans.SelectMany(span =>
        {
            var first = Math.Max(0, (int)Math.Ceiling((span.Start - Middle) / Step));
            var last = Math.Min(_levels.Count - 1, (int)Math.Floor((span.End - Middle) / Step));
            return Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(i => _levels[i]);
        });
}
