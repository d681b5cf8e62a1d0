using System.Text;

namespace Troubadour.Composing.Bench;

/// <summary>Collects the lines of a Markdown file.</summary>
internal sealed class Report
{
    private readonly StringBuilder _text = new();

    public void Line(string line) => _text.Append(line).Append('\n');

    public void Row(params string[] cells) => Line("| " + string.Join(" | ", cells) + " |");

    public void Head(params string[] cells)
    {
        Row(cells);
        Row([.. cells.Select(_ => "---")]);
    }

    public override string ToString() => _text.ToString();
}
