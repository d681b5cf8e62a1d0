using Troubadour.Audio;

namespace Troubadour.Portraits;

/// <summary>The envelopes of a clip's sung frames, the soft ones left out.</summary>
internal sealed class VoiceSpectra
{
    private const int MostFrames = 3000;
    private const double Softest = 25;

    private VoiceSpectra(List<float[]> frames, double harmonicsToNoise)
    {
        Frames = frames;
        HarmonicsToNoise = harmonicsToNoise;
        Mean = new double[EnvelopeGrid.Points];
        foreach (var frame in frames)
        {
            for (var i = 0; i < frame.Length; i++)
            {
                Mean[i] += frame[i] / (double)frames.Count;
            }
        }

        var level = EnvelopeGrid.Mean(Mean, 300, 4000);
        for (var i = 0; i < Mean.Length; i++)
        {
            Mean[i] -= level;
        }
    }

    /// <summary>dB at each point of <see cref="EnvelopeGrid"/> for each frame.</summary>
    public IReadOnlyList<float[]> Frames { get; }

    /// <summary>Their mean, against its level from 300 Hz to 4 kHz.</summary>
    public double[] Mean { get; }

    /// <summary>Harmonics above noise, dB, mean.</summary>
    public double HarmonicsToNoise { get; }

    /// <summary>Slope from 300 Hz to 5 kHz by least squares, dB an octave.</summary>
    public double Tilt()
    {
        var (first, end) = ((int)EnvelopeGrid.Point(300), (int)EnvelopeGrid.Point(5000));
        var centre = (first + end - 1) / 2.0;
        double product = 0,
            square = 0;
        for (var i = first; i < end; i++)
        {
            product += (i - centre) * Mean[i];
            square += (i - centre) * (i - centre);
        }

        return EnvelopeGrid.PerOctave * product / square;
    }

    /// <summary>Reads the sung frames of mono sound at 44.1 kHz; at most 3,000, evenly spread.</summary>
    public static VoiceSpectra Of(ReadOnlySpan<float> samples, VoicedSound voiced)
    {
        var reader = new HarmonicFrame();
        var frames = new List<(float[] Envelope, double Noise, double Level)>();
        var step = Math.Max(2, voiced.Count / MostFrames);
        var seen = 0;
        for (var frame = 0; frame < voiced.Keys.Length; frame++)
        {
            if (voiced.Keys[frame] <= 0 || seen++ % step != 0)
            {
                continue;
            }

            var envelope = new float[EnvelopeGrid.Points];
            var middle = (int)((long)frame * SampleRate.House / VoicedSound.FramesPerSecond);
            reader.Read(samples, middle, voiced.Hertz(frame), envelope);
            frames.Add((envelope, reader.HarmonicsToNoise, reader.Level));
        }

        var levels = frames.Select(frame => frame.Level).Order().ToArray();
        var loud = levels.Length == 0 ? 0 : levels[levels.Length * 95 / 100];
        var heard = frames.FindAll(frame => frame.Level > loud - Softest);
        return new VoiceSpectra(
            heard.ConvertAll(frame => frame.Envelope),
            heard.Count == 0 ? 0 : heard.Average(frame => frame.Noise)
        );
    }
}
