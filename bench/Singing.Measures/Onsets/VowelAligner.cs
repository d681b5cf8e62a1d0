using System.Globalization;

namespace Troubadour.Singing.Measures;

/// <summary>
/// Finds where vowels start by forced alignment with pocketsphinx: each vowel and each run of consonants is a word, and the only way through
/// the grammar is all of them in order. Times come in steps of 10 ms.
/// </summary>
/// <param name="folder">Where the takes lie as 16 kHz WAV files.</param>
public sealed class VowelAligner(string folder)
{
    private const string Program = "pocketsphinx_batch";
    private const string Model = "/usr/share/pocketsphinx/model/en-us/en-us";
    private const double Frame = 0.01;

    /// <summary>True when the program is installed.</summary>
    public static bool IsInstalled => Tool.Exists(Program);

    /// <summary>
    /// The start of each vowel of each take, in seconds; empty for a take through which no way was found.
    /// </summary>
    /// <param name="takes">File names without extension, and phones of the radio set without silences.</param>
    public IReadOnlyList<double[]> Align(IReadOnlyList<(string Name, IReadOnlyList<string> Phones)> takes)
    {
        ArgumentNullException.ThrowIfNull(takes);
        var pieces = takes.Select(t => Pieces.Of(t.Phones)).ToArray();
        WriteDictionary(pieces.SelectMany(p => p));
        File.WriteAllLines(At("align.ctl"), takes.Select(t => t.Name));
        for (var i = 0; i < takes.Count; i++)
        {
            WriteGrammar(takes[i].Name, pieces[i]);
        }

        Listen();
        var found = File.ReadLines(At("align.seg")).Select(Read).ToDictionary(StringComparer.Ordinal);
        return
        [
            .. takes.Select(
                (t, i) =>
                    found.TryGetValue(t.Name, out var starts) && starts.Length == pieces[i].Count(p => p.IsVowel)
                        ? starts
                        : []
            ),
        ];
    }

    private string At(string file) => Path.Combine(folder, file);

    private void WriteDictionary(IEnumerable<Piece> pieces) =>
        File.WriteAllLines(
            At("align.dict"),
            pieces.Select(p => $"{p.Label} {p.Pronunciation}").Distinct().Order(StringComparer.Ordinal)
        );

    private void WriteGrammar(string name, IReadOnlyList<Piece> pieces) =>
        File.WriteAllLines(
            At(name + ".fsg"),
            [
                $"FSG_BEGIN {name}",
                string.Create(CultureInfo.InvariantCulture, $"NUM_STATES {pieces.Count + 1}"),
                "START_STATE 0",
                string.Create(CultureInfo.InvariantCulture, $"FINAL_STATE {pieces.Count}"),
                .. pieces.Select(
                    (p, i) => string.Create(CultureInfo.InvariantCulture, $"TRANSITION {i} {i + 1} 1.0 {p.Label}")
                ),
                "FSG_END",
            ]
        );

    private void Listen()
    {
        string[] model = ["-hmm", Model, "-dict", At("align.dict")];
        string[] sound = ["-cepdir", folder, "-cepext", ".wav", "-adcin", "yes", "-adchdr", "44"];
        string[] grammar = ["-fsgctl", At("align.ctl"), "-fsgdir", folder, "-fsgext", ".fsg"];
        string[] manner = ["-remove_noise", "no", "-remove_silence", "no", "-logfn", "/dev/null"];
        string[] files = ["-ctl", At("align.ctl"), "-hypseg", At("align.seg")];
        Tool.Run(
            Program,
            [.. model, .. sound, .. grammar, .. manner, .. files, .. SearchSettings.WideBeams.Split(' ')]
        );
    }

    // "take S 0 T -123 A -120 L -3 0 -1 -1 c_p 45 -1 -1 v_ey ... 311": from the ninth field on start frame, two scores and word.
    private static KeyValuePair<string, double[]> Read(string line)
    {
        var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var starts = new List<double>();
        for (var i = 9; i + 3 < fields.Length; i += 4)
        {
            if (fields[i + 3].StartsWith("v_", StringComparison.Ordinal))
            {
                starts.Add(int.Parse(fields[i], CultureInfo.InvariantCulture) * Frame);
            }
        }

        return new(fields.FirstOrDefault(""), [.. starts]);
    }
}
