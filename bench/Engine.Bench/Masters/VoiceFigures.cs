using Troubadour.Audio;

namespace Troubadour.Engine.Bench;

/// <summary>
/// The lead voice beside everything else, where words are sung: LU over it in the section where that is least and most, the share of
/// phrases within 1.5 LU of their section's mean, and the ratio between 1 and 4 kHz in dB.
/// </summary>
internal sealed record VoiceFigures(double Least, double Most, double EvenPhrases, double PresenceDb)
{
    private const double Even = 1.5;
    private const double LowHz = 1000;
    private const double HighHz = 4000;

    /// <summary>Measures; null when nobody sings.</summary>
    public static VoiceFigures? Of(SongSound sound)
    {
        if (sound.Stem(VoiceId) is not { } voice || sound.Lines.Lines.IsEmpty)
        {
            return null;
        }

        var band = sound.Without(voice);
        var (ours, theirs) = (new SpanLoudness(voice), new SpanLoudness(band));
        var phrases = sound.Lines.Lines.Select(line => (line.Start, line.End)).ToList();
        var sections = sound
            .Song.Sections.Select(section =>
            {
                var (from, to) = (
                    sound.Map.SecondsAt(section.Tick),
                    sound.Map.SecondsAt(section.Tick + section.Length)
                );
                return phrases.Where(phrase => phrase.Start >= from - 0.5 && phrase.Start < to - 0.5).ToList();
            })
            .Where(inside => inside.Count > 0)
            .ToList();
        var over = sections.Select(inside => ours.Over(inside) - theirs.Over(inside)).Where(double.IsFinite).ToList();
        var even = sections.SelectMany(inside =>
            inside.Select(phrase => Math.Abs(ours.Over(phrase) - ours.Over(inside)) <= Even)
        );
        return new VoiceFigures(
            over.Min(),
            over.Max(),
            even.Average(isEven => isEven ? 1.0 : 0),
            Power(voice, phrases) - Power(band, phrases)
        );
    }

    private const string VoiceId = "vocals";

    // The power between 1 and 4 kHz under the phrases, dB.
    private static double Power(AudioBuffer sound, List<(double Start, double End)> phrases)
    {
        var filter = new StereoBiquadChain(
            BiquadCoefficients.HighPass(LowHz, BiquadCoefficients.Butterworth, sound.Rate),
            BiquadCoefficients.LowPass(HighHz, BiquadCoefficients.Butterworth, sound.Rate)
        );
        var (left, right) = ((float[])sound.Left.Clone(), (float[])sound.Right.Clone());
        filter.Process(left, right);
        var (sum, count) = (0.0, 0);
        foreach (var (start, end) in phrases)
        {
            var last = Math.Min(left.Length, (int)(end * sound.Rate));
            for (var i = Math.Max(0, (int)(start * sound.Rate)); i < last; i++, count++)
            {
                sum += (double)left[i] * left[i] + (double)right[i] * right[i];
            }
        }

        return 10 * Math.Log10(sum / Math.Max(1, count));
    }
}
