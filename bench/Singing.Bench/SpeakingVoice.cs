using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Troubadour.Audio;
using Troubadour.Singing.Measures;

namespace Troubadour.Singing.Bench;

/// <summary>
/// The same statistical voice speaking, by festival: what the recogniser can understand of it at best, how much its cepstra move, and vowels
/// whose starts are known.
/// </summary>
internal static class SpeakingVoice
{
    public static bool IsInstalled => Tool.Exists("festival");

    /// <summary>Speaks lines.</summary>
    public static IReadOnlyList<Recording> Speak(string set, IReadOnlyList<string> lines, string folder)
    {
        var root = Path.GetFullPath(folder);
        var script = new StringBuilder("(voice_cmu_us_slt_arctic_hts)\n");
        var names = lines
            .Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"{set}-spoken-{i:00}"))
            .ToArray();
        for (var i = 0; i < names.Length; i++)
        {
            var stem = Path.Combine(root, names[i]);
            script.AppendLine(CultureInfo.InvariantCulture, $"(set! u (utt.synth (Utterance Text \"{lines[i]}\")))");
            script.AppendLine(CultureInfo.InvariantCulture, $"(utt.save.wave u \"{stem}.riff\" 'riff)");
            script.AppendLine(CultureInfo.InvariantCulture, $"(utt.save.segs u \"{stem}.lab\")");
        }

        var file = Path.Combine(root, "speak.scm");
        File.WriteAllText(file, script.ToString());
        Tool.Run("festival", ["-b", file]);
        return [.. names.Select((n, i) => Read(Path.Combine(root, n), n, lines[i]))];
    }

    private static Recording Read(string stem, string name, string line)
    {
        using var file = File.OpenRead(stem + ".riff");
        var sound = WavReader.Read(file, int.MaxValue);
        var phones = Phones(File.ReadLines(stem + ".lab"));
        return new Recording(name, [.. WordErrors.Split(line)], sound.ToMono(), sound.Rate, phones)
        {
            VowelStarts = [.. phones.Where(p => Pieces.IsVowel(p.Phone)).Select(p => p.Start)],
        };
    }

    // "0.2500 100 p": where the phone ends.
    private static ImmutableArray<PhoneSpan> Phones(IEnumerable<string> lines)
    {
        var phones = ImmutableArray.CreateBuilder<PhoneSpan>();
        var start = 0.0;
        foreach (var fields in lines.Select(l => l.Split(' ')).Where(f => f.Length == 3))
        {
            var end = double.Parse(fields[0], CultureInfo.InvariantCulture);
            if (fields[2] is not ("pau" or "h#" or "brth"))
            {
                phones.Add(new PhoneSpan(fields[2], start, end));
            }

            start = end;
        }

        return phones.ToImmutable();
    }
}
