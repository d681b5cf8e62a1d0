using System.Globalization;
using System.Text;

namespace Troubadour.Load.Bench;

/// <summary>The results as they grow: told on the console as they come, written into a file after each part.</summary>
internal sealed class Report(string head, string? file)
{
    private readonly StringBuilder _text = new(head);

    public void Heading(string text) => Add($"\n## {text}\n\n");

    public void Text(FormattableString text) => Add(text.ToString(CultureInfo.InvariantCulture) + "\n\n");

    public void Header(params string[] columns) =>
        Add($"| {string.Join(" | ", columns)} |\n| {string.Join(" | ", columns.Select(_ => "---"))} |\n");

    public void Row(params object[] cells) => Add($"| {string.Join(" | ", cells.Select(Cell))} |\n");

    public async Task SaveAsync()
    {
        if (file is not null)
        {
            await File.WriteAllTextAsync(file, _text.ToString().TrimEnd() + "\n");
        }
    }

    private static string Cell(object cell) =>
        cell switch
        {
            double.NaN => "-",
            double and (>= 100 or <= -100) and var number => number.ToString("F0", CultureInfo.InvariantCulture),
            double and (>= 10 or <= -10) and var number => number.ToString("F1", CultureInfo.InvariantCulture),
            double number => number.ToString("F2", CultureInfo.InvariantCulture),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => cell.ToString()!,
        };

    private void Add(string text)
    {
        _text.Append(text);
        Console.Write(text);
    }
}
