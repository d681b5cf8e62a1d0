using Troubadour.Music;
using Troubadour.Singing.Measures;

namespace Troubadour.Singing.Bench;

/// <summary>Sings, speaks and measures whole sets.</summary>
internal sealed class SetBench(Performer performer, VoiceBench bench, string folder, Options options)
{
    /// <summary>What the aligner is off on speech, in milliseconds; 0 before speech was measured.</summary>
    public double AlignerBias { get; private set; }

    /// <summary>Figures by "set voice", such as "tuning Female" or "test Spoken".</summary>
    public Dictionary<string, VoiceFigures> Run()
    {
        var figures = new Dictionary<string, VoiceFigures>();
        foreach (var (name, all) in BenchLines.Sets(options.Set))
        {
            var lines = all.Take(options.Lines).ToArray();
            var natural = Speak(name, lines, figures);
            foreach (var gender in options.Genders)
            {
                Console.Error.WriteLine($"{name} {gender} ...");
                figures[$"{name} {gender}"] = bench.Measure(performer.Sing(name, lines, gender), AlignerBias, natural);
            }
        }

        return figures;
    }

    private CepstralVariance? Speak(string name, string[] lines, Dictionary<string, VoiceFigures> figures)
    {
        if (options.Has("no-spoken") || !SpeakingVoice.IsInstalled)
        {
            return null;
        }

        var spoken = SpeakingVoice.Speak(name, lines, folder);
        RecordingFolder.Write(folder, spoken);
        AlignerBias = bench.Onsets(spoken, 0).Bias;
        figures[$"{name} Spoken"] = bench.Measure(spoken, AlignerBias, null);
        return VoiceBench.Variance(spoken, bench.Tracks(spoken));
    }
}
