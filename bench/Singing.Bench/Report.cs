using System.Globalization;
using System.Text;

namespace Troubadour.Singing.Bench;

/// <summary>The table of a run.</summary>
internal static class Report
{
    private const string Head = "| lines | voice | singer |";

    private static readonly string[] Voices = ["Female", "Male", "Spoken"];

    /// <summary>One row for each set, voice and generation.</summary>
    public static string Table(Dictionary<string, VoiceFigures> first, Dictionary<string, VoiceFigures> current)
    {
        var text = new StringBuilder();
        text.AppendLine(
            Head
                + " closed | open | in 25 c | in 50 c | settled c | bias c | onset ms | signed ms | centred ms | HNR dB | variance | artefacts |"
        );
        text.AppendLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var key in (string[])[.. Keys("tuning"), .. Keys("test")])
        {
            if (key.EndsWith("Spoken", StringComparison.Ordinal))
            {
                Row(text, key, "-", current.GetValueOrDefault(key) ?? first.GetValueOrDefault(key));
                continue;
            }

            Row(text, key, "first", first.GetValueOrDefault(key));
            Row(text, key, "current", current.GetValueOrDefault(key));
        }

        return text.ToString();
    }

    /// <summary>The document with its table exchanged, or put at its end where there is none yet.</summary>
    public static string Into(string document, string table)
    {
        var lines = document.Split('\n');
        var start = Array.FindIndex(lines, l => l.StartsWith(Head, StringComparison.Ordinal));
        if (start < 0)
        {
            return document + table;
        }

        var end = Array.FindIndex(lines, start, l => !l.StartsWith('|'));
        return string.Join('\n', [.. lines[..start], .. table.TrimEnd().Split('\n'), .. lines[(end < 0 ? ^0 : end)..]]);
    }

    private static IEnumerable<string> Keys(string set) => Voices.Select(v => $"{set} {v}");

    private static void Row(StringBuilder text, string key, string singer, VoiceFigures? f)
    {
        if (f is null)
        {
            return;
        }

        var open = f.Open.Sung > 0 ? f.Open.Rate.ToString("0.000", CultureInfo.InvariantCulture) : "-";
        var pitch =
            f.Pitch.Notes == 0
                ? "- | - | - | -"
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{f.Pitch.Within25:P1} | {f.Pitch.Within50:P1} | {f.Pitch.Settled:0.0} | {f.Pitch.Bias:+0.0;-0.0}"
                );
        var variance = f.Variance > 0 ? f.Variance.ToString("0.00", CultureInfo.InvariantCulture) : "-";
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"| {key.Replace(" ", " | ", StringComparison.Ordinal)} | {singer} | {f.Closed.Rate:0.000} | {open} | {pitch} | {f.Onsets.Absolute:0} | {f.Onsets.Bias:+0;-0;0} | {f.Onsets.Centred:0} | {f.Harmonicity:0.0} | {variance} | {f.Artefacts.Total} |"
        );
    }
}
