using System.Diagnostics;

namespace Troubadour.Singing.Bench;

/// <summary>Listens with pocketsphinx (Debian packages pocketsphinx and pocketsphinx-en-us) and counts word errors.</summary>
internal sealed class Recogniser(string folder)
{
    private const string Batch = "/usr/bin/pocketsphinx_batch";

    // Held notes are stationary, which noise removal takes for noise; wide beams lose fewer words in search.
    public const string Search = "-remove_noise no -remove_silence no -beam 1e-80 -pbeam 1e-80 -wbeam 1e-60";

    // On tuning lines 1e-7 heard 23 words too many of 251 and 1e-10 about the right number. The open one is a guess from 1e-2 hearing too many.
    public const string ClosedPenalty = "1e-8";
    public const string OpenPenalty = "1e-4";

    private const string Model = "/usr/share/pocketsphinx/model/en-us";

    /// <summary>True when the programs are installed.</summary>
    public static bool IsInstalled => File.Exists(Batch) && File.Exists("/usr/bin/ffmpeg");

    /// <summary>Writes a take for later recognition.</summary>
    public void Add(string name, float[] samples, int rate)
    {
        var full = Path.Combine(folder, $"{name}.full.wav");
        WaveFile.Write(full, samples, rate);
        Run("/usr/bin/ffmpeg", $"-v error -y -i {full} -ar 16000 -ac 1 {Path.Combine(folder, $"{name}.wav")}");
    }

    /// <summary>Words heard by name, with a loop over a closed vocabulary or, without one, the open trigram model.</summary>
    public Dictionary<string, string[]> Listen(IReadOnlyList<string> names, IReadOnlyCollection<string>? vocabulary)
    {
        var (ctl, hyp, grammar) = (
            Path.Combine(folder, "ctl"),
            Path.Combine(folder, "hyp"),
            Path.Combine(folder, "loop.gram")
        );
        File.WriteAllLines(ctl, names);
        var language = $"-lm {Model}/en-us.lm.bin -wip {OpenPenalty}";
        if (vocabulary is not null)
        {
            File.WriteAllText(
                grammar,
                $"#JSGF V1.0;\ngrammar loop;\npublic <line> = <word>+;\n<word> = {string.Join(" | ", vocabulary)};\n"
            );
            language = $"-jsgf {grammar} -wip {ClosedPenalty}";
        }

        Run(
            Batch,
            $"-hmm {Model}/en-us -dict {Model}/cmudict-en-us.dict {language} -ctl {ctl} -cepdir {folder} -cepext .wav -adcin yes -adchdr 44 {Search} -hyp {hyp} -logfn /dev/null"
        );
        return File.ReadLines(hyp)
            .Select(l => (Words: l[..l.LastIndexOf('(')], Name: l[(l.LastIndexOf('(') + 1)..].Split(' ')[0]))
            .ToDictionary(l => l.Name, l => Clean(l.Words), StringComparer.Ordinal);
    }

    /// <summary>Substitutions, deletions and insertions between what was sung and what was heard.</summary>
    public static int Errors(string[] sung, string[] heard)
    {
        var row = Enumerable.Range(0, heard.Length + 1).ToArray();
        for (var i = 1; i <= sung.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= heard.Length; j++)
            {
                var swap = diagonal + (sung[i - 1] == heard[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(swap, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }

    private static string[] Clean(string words) =>
        [
            .. words
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Where(w => w[0] is not ('<' or '['))
                .Select(w => w.Split('(')[0]),
        ];

    private static void Run(string program, string arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true }
        )!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} failed: {error.Result}");
        }
    }
}
