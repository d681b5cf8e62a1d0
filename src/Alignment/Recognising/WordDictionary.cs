using System.Globalization;
using System.Text;

namespace Troubadour.Alignment;

/// <summary>
/// Writes how the words of a sheet are said, in the phones of the recogniser's model (those of the CMU dictionary): as our pronouncer
/// says them, and as the model's own dictionary does where it knows them.
/// </summary>
internal static class WordDictionary
{
    private const int MostForms = 4;

    /// <summary>The dictionary's text.</summary>
    /// <param name="sheet">The words.</param>
    /// <param name="others">More ways to say words, by their small letters (<see cref="Known"/>).</param>
    public static string Write(LyricSheet sheet, IReadOnlyDictionary<string, List<string>> others)
    {
        var text = new StringBuilder();
        for (var i = 0; i < WordGrammar.Fillers.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"g{i} {WordGrammar.Fillers[i]}\n");
        }

        for (var i = 0; i < sheet.Words.Length; i++)
        {
            if (sheet.Words[i].Sung is not { } sung)
            {
                continue;
            }

            var own = string.Join(' ', sung.Syllables.SelectMany(syllable => syllable.Phones).Select(Phone));
            var forms = others.GetValueOrDefault(Key(sung.Text), []).Prepend(own).Distinct().Take(MostForms).ToList();
            for (var form = 0; form < forms.Count; form++)
            {
                var number = form == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"({form + 1})");
                text.Append(CultureInfo.InvariantCulture, $"{WordGrammar.Name(i)}{number} {forms[form]}\n");
            }
        }

        return text.ToString();
    }

    /// <summary>The forms that a dictionary of CMU Sphinx gives for the words of a sheet; none where there is no such file.</summary>
    public static IReadOnlyDictionary<string, List<string>> Known(LyricSheet sheet, string path)
    {
        var forms = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        if (sheet.IsChinese || !File.Exists(path))
        {
            return forms;
        }

        var wanted = sheet.Words.Select(word => Key(word.Text)).ToHashSet(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(path))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var bracket = line.IndexOf('(', StringComparison.Ordinal);
            if (
                space > 0
                && line[..(bracket > 0 && bracket < space ? bracket : space)] is var word
                && wanted.Contains(word)
            )
            {
                (forms.TryGetValue(word, out var list) ? list : forms[word] = []).Add(line[(space + 1)..].Trim());
            }
        }

        return forms;
    }

    private static string Key(string word) => word.ToLowerInvariant();

    // The house tells the murmured vowel from the one of "cut"; that dictionary has one sign for both.
    private static string Phone(string phone) => phone == "ax" ? "AH" : phone.ToUpperInvariant();
}
