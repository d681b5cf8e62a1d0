using Troubadour.Audio;

namespace Troubadour.Analysis;

/// <summary>Correlation of both channels, second by second; seconds under -60 dBFS are left out, and 1 stands for none at all.</summary>
internal sealed record StereoMeasures(double Mean, double Min)
{
    public static StereoMeasures Of(AudioBuffer audio)
    {
        var values = new List<double>();
        for (var start = 0; start < audio.Length; start += audio.Rate)
        {
            var count = Math.Min(audio.Rate, audio.Length - start);
            var (ll, rr, lr) = (0.0, 0.0, 0.0);
            for (var i = start; i < start + count; i++)
            {
                double l = audio.Left[i];
                double r = audio.Right[i];
                ll += l * l;
                rr += r * r;
                lr += l * r;
            }

            if (ll + rr > 2e-6 * count)
            {
                values.Add(ll * rr <= 0 ? 0 : lr / Math.Sqrt(ll * rr));
            }
        }

        return values.Count == 0 ? new(1, 1) : new(values.Average(), values.Min());
    }
}
