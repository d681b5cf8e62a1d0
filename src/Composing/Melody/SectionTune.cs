namespace Troubadour.Composing;

/// <summary>The lines that a kind of section sang the first time.</summary>
internal sealed class SectionTune
{
    private readonly Dictionary<char, LineShape> _byLetter = [];

    /// <summary>In order.</summary>
    public List<LineShape> Lines { get; } = [];

    /// <summary>The first line of an idea; null when it was not sung yet.</summary>
    public LineShape? ByLetter(char letter) => _byLetter.GetValueOrDefault(letter);

    /// <summary>Adds a line.</summary>
    public void Keep(char letter, LineShape shape)
    {
        Lines.Add(shape);
        _byLetter.TryAdd(letter, shape);
    }
}
