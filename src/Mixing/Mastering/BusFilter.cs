using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>The linear part of the bus: the side signal loses its bass (fourth-order Butterworth) and gets its width, then the master equaliser.</summary>
internal sealed class BusFilter
{
    private readonly Biquad[] _side;
    private readonly StereoBiquadChain _equaliser;
    private readonly float _half;
    private readonly float[] _scratch = new float[ChannelStrip.Block];

    public BusFilter(BusSettings settings, int rate)
    {
        _side =
            settings.MonoBelowHz > 0
                ?
                [
                    new(BiquadCoefficients.HighPass(settings.MonoBelowHz, 0.54119610014619698, rate)),
                    new(BiquadCoefficients.HighPass(settings.MonoBelowHz, 1.3065629648763766, rate)),
                ]
                : [];
        _half = (float)(0.5 * settings.Width);
        var filters = new List<BiquadCoefficients>();
        if (settings.HighPassHz > 0)
        {
            filters.Add(BiquadCoefficients.HighPass(settings.HighPassHz, BiquadCoefficients.Butterworth, rate));
        }

        filters.AddRange(settings.Bands.Select(band => Equaliser.Of(band, rate)));
        _equaliser = new([.. filters]);
    }

    public void Process(Span<float> left, Span<float> right)
    {
        for (var start = 0; (_side.Length > 0 || _half != 0.5f) && start < left.Length; start += _scratch.Length)
        {
            var count = Math.Min(_scratch.Length, left.Length - start);
            Sides(left.Slice(start, count), right.Slice(start, count));
        }

        _equaliser.Process(left, right);
    }

    private void Sides(Span<float> left, Span<float> right)
    {
        var side = _scratch.AsSpan(0, left.Length);
        for (var i = 0; i < side.Length; i++)
        {
            side[i] = _half * (left[i] - right[i]);
        }

        foreach (var filter in _side)
        {
            filter.Process(side);
        }

        for (var i = 0; i < side.Length; i++)
        {
            var middle = 0.5f * (left[i] + right[i]);
            left[i] = middle + side[i];
            right[i] = middle - side[i];
        }
    }
}
