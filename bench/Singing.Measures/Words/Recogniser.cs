using System.Globalization;

namespace Troubadour.Singing.Measures;

/// <summary>
/// Listens with pocketsphinx (Debian packages pocketsphinx and pocketsphinx-en-us). Noise removal is off: held notes are stationary, and it
/// takes them for noise.
/// </summary>
/// <param name="folder">Where the takes lie as WAV files of 16 kHz; grammars and lists are written there too.</param>
/// <param name="jobs">How many processes listen at once.</param>
public sealed class Recogniser(string folder, int jobs)
{
    private const string Program = "pocketsphinx_batch";
    private const string Model = "/usr/share/pocketsphinx/model/en-us";

    /// <summary>True when the program is installed.</summary>
    public static bool IsInstalled => Tool.Exists(Program);

    /// <summary>Words heard in each take, in the order of the names.</summary>
    public IReadOnlyList<string[]> Listen(IReadOnlyList<string> names, SearchSettings settings)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Vocabulary is { } vocabulary)
        {
            File.WriteAllText(
                Path.Combine(folder, "loop.gram"),
                $"#JSGF V1.0;\ngrammar loop;\npublic <line> = <word>+;\n<word> = {string.Join(" | ", vocabulary)};\n"
            );
        }

        var heard = new Dictionary<string, string[]>(StringComparer.Ordinal);
        Parallel.For(
            0,
            jobs,
            new ParallelOptions { MaxDegreeOfParallelism = jobs },
            job =>
            {
                var part = ListenPart([.. names.Where((_, i) => i % jobs == job)], settings, job);
                lock (heard)
                {
                    foreach (var (name, words) in part)
                    {
                        heard[name] = words;
                    }
                }
            }
        );
        return [.. names.Select(n => heard.GetValueOrDefault(n, []))];
    }

    private Dictionary<string, string[]> ListenPart(string[] names, SearchSettings settings, int job)
    {
        if (names.Length == 0)
        {
            return [];
        }

        var stem = Path.Combine(folder, "part" + job.ToString(CultureInfo.InvariantCulture));
        File.WriteAllLines(stem + ".ctl", names);
        string[] language = settings.Vocabulary is null
            ? ["-lm", Model + "/en-us.lm.bin"]
            : ["-jsgf", Path.Combine(folder, "loop.gram")];
        string[] sound = ["-cepdir", folder, "-cepext", ".wav", "-adcin", "yes", "-adchdr", "44"];
        string[] manner = ["-remove_noise", "no", "-remove_silence", "no", "-logfn", "/dev/null"];
        Tool.Run(
            Program,
            [
                .. (string[])["-hmm", Model + "/en-us", "-dict", Model + "/cmudict-en-us.dict"],
                .. language,
                .. (string[])
                    [
                        "-frate",
                        settings.Frames.ToString(CultureInfo.InvariantCulture),
                        "-wip",
                        settings.Penalty,
                        "-ctl",
                        stem + ".ctl",
                        "-hyp",
                        stem + ".hyp",
                    ],
                .. sound,
                .. manner,
                .. settings.Beams.Split(' '),
            ]
        );
        return File.ReadLines(stem + ".hyp").Select(Parse).ToDictionary(StringComparer.Ordinal);
    }

    // "leave the door (tuning-00 -12345)"
    private static KeyValuePair<string, string[]> Parse(string line)
    {
        var at = line.LastIndexOf('(');
        var words = line[..at]
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w[0] is not ('<' or '['))
            .Select(w => w.Split('(')[0]);
        return new(line[(at + 1)..].Split(' ')[0], [.. words]);
    }
}
