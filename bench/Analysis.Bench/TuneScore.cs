using Troubadour.Audio;

namespace Troubadour.Analysis.Bench;

/// <summary>Raw pitch and chroma accuracy over the frames of sung notes (within half a semitone), and F of the frames with a voice.</summary>
internal sealed record TuneScore(double Pitch, double Chroma, double Voicing)
{
    /// <summary>Compares; null for songs without a sung tune.</summary>
    public static TuneScore? Of(AnalysisDocument found, SongTruth truth)
    {
        if (truth.Tune.Count == 0)
        {
            return null;
        }

        var (pitch, chroma, all) = (0, 0, 0);
        var (said, sung, both) = (0, 0, 0);
        for (var k = 0; k < found.Melody.Hz.Length; k++)
        {
            var second = (double)k / found.Melody.FramesPerSecond;
            var hz = found.Melody.Hz[k];
            var note = truth.Tune.FirstOrDefault(n => n.Start <= second && second < n.End, new(0, 0, -1));
            var voiced = found.VocalActivity.Spans.Any(s => s.Start <= second && second < s.End);
            said += voiced ? 1 : 0;
            sung += note.Value >= 0 ? 1 : 0;
            both += voiced && note.Value >= 0 ? 1 : 0;
            if (note.Value < 0)
            {
                continue;
            }

            all++;
            if (hz > 0)
            {
                var away = 69 + 12 * DeterministicMath.Log2(hz / 440) - note.Value;
                pitch += Math.Abs(away) <= 0.5 ? 1 : 0;
                chroma += Math.Abs(away - 12 * Math.Round(away / 12)) <= 0.5 ? 1 : 0;
            }
        }

        return all == 0
            ? null
            : new((double)pitch / all, (double)chroma / all, said + sung == 0 ? 1 : 2.0 * both / (said + sung));
    }
}
