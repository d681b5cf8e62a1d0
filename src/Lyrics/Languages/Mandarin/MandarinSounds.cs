using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Lyrics;

/// <summary>Pinyin as phones of the radio set, by the table "Sounds".</summary>
internal sealed class MandarinSounds
{
    private readonly Dictionary<string, string[]> _initials = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _finals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _syllables = new(StringComparer.Ordinal);
    private readonly List<(string[] Plain, string[] Curled)> _curled = [];

    /// <summary>Reads the table.</summary>
    public MandarinSounds()
    {
        foreach (var line in Resource.Lines("Sounds", "Languages"))
        {
            var fields = line.Split(' ');
            if (fields[0] == "curled")
            {
                AddCurled(fields);
                continue;
            }

            var table =
                fields[0] == "initial" ? _initials
                : fields[0] == "final" ? _finals
                : _syllables;
            table.Add(fields[1], fields[2..]);
        }
    }

    /// <summary>The phones of a syllable, exactly one of them a vowel; empty for letters that are no syllable of Mandarin.</summary>
    public ImmutableArray<string> Phones(string letters)
    {
        if (_syllables.TryGetValue(letters, out var whole))
        {
            return [.. whole];
        }

        for (var length = Math.Min(2, letters.Length - 1); length > 0; length--)
        {
            if (_initials.TryGetValue(letters[..length], out var initial))
            {
                var final = letters[length..];
                final = letters[0] is 'j' or 'q' or 'x' && final[0] == 'u' ? 'v' + final[1..] : final;
                return _finals.TryGetValue(final, out var rest) ? [.. initial, .. rest] : [];
            }
        }

        return [];
    }

    /// <summary>The syllable with the r of erhua taken in.</summary>
    public Syllable Curl(Syllable syllable)
    {
        var phones = syllable.Phones;
        var (plain, curled) = _curled
            .Where(pair => phones.AsSpan().EndsWith(pair.Plain))
            .MaxBy(pair => pair.Plain.Length);
        return plain is null ? syllable : syllable with { Phones = [.. phones[..^plain.Length], .. curled] };
    }

    private void AddCurled(string[] fields)
    {
        var arrow = Array.IndexOf(fields, ">");
        _curled.Add((fields[1..arrow], fields[(arrow + 1)..]));
    }
}
