namespace Troubadour.Lyrics;

/// <summary>
/// The usual Mandarin reading of every character of the blocks CJK Unified Ideographs and Extension A that has one, traditional and
/// simplified: the Han-Latin data of Unicode's CLDR.
/// </summary>
internal sealed class HanReadings
{
    private const char First = '\u3007';
    private const char Last = '\u9FFF';
    private readonly List<Pinyin> _readings = [default];
    private readonly ushort[] _index = new ushort[Last - First + 1];

    /// <summary>Reads the table.</summary>
    public HanReadings()
    {
        foreach (var line in Resource.Lines("Readings", "Languages"))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            _readings.Add(Pinyin.Parse(line.AsSpan(0, space)));
            foreach (var character in line.AsSpan(space + 1))
            {
                _index[character - First] = (ushort)(_readings.Count - 1);
            }
        }
    }

    /// <summary>The reading; its letters are null for a character without one.</summary>
    public Pinyin Of(char character) =>
        character is >= First and <= Last ? _readings[_index[character - First]] : default;
}
