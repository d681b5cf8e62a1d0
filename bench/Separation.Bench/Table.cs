using System.Globalization;
using System.Text;

namespace Troubadour.Separation.Bench;

/// <summary>Collects scores and writes them as Markdown.</summary>
internal sealed class Table
{
    private static readonly string[] Columns = ["vocals", "drums", "bass", "other", "instrumental"];

    private readonly List<string> _methods = [];
    private readonly List<(string Song, string Method, int Column, double Sdr, double SiSdr)> _scores = [];

    /// <summary>Scores the estimates of one method for one song; silent stems have no score.</summary>
    public void Add(TrueSong song, string method, Audio.AudioBuffer?[] estimates)
    {
        if (!_methods.Contains(method))
        {
            _methods.Add(method);
        }

        for (var column = 0; column < Columns.Length; column++)
        {
            var truth = column < 4 ? song.Stems[column] : song.Instrumental;
            if (estimates[column] is { } estimate && Array.Exists(truth.Left, x => Math.Abs(x) > 1e-4))
            {
                var (sdr, siSdr) = Signals.Score(truth, estimate);
                _scores.Add((song.Name, method, column, sdr, siSdr));
            }
        }
    }

    /// <summary>The means by method.</summary>
    public string Means() => Write("method", _methods, (row, score) => score.Method == row);

    /// <summary>One method, song by song.</summary>
    public string Songs(string method) =>
        Write(
            "song",
            [.. _scores.Select(score => score.Song).Distinct()],
            (row, score) => score.Song == row && score.Method == method
        );

    private string Write(
        string head,
        List<string> rows,
        Func<string, (string Song, string Method, int Column, double Sdr, double SiSdr), bool> belongs
    )
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"| {head} | {string.Join(" | ", Columns)} |");
        text.AppendLine("| --- | --- | --- | --- | --- | --- |");
        foreach (var row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {row} |");
            for (var column = 0; column < Columns.Length; column++)
            {
                var own = _scores.Where(score => score.Column == column && belongs(row, score)).ToList();
                text.Append(
                    own.Count == 0
                        ? " |"
                        : string.Create(
                            CultureInfo.InvariantCulture,
                            $" {own.Average(score => score.Sdr):0.0} / {own.Average(score => score.SiSdr):0.0} |"
                        )
                );
            }

            text.AppendLine();
        }

        return text.ToString();
    }
}
