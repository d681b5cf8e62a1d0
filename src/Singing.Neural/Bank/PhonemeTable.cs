using System.Text.Json;

namespace Troubadour.Singing.Neural;

/// <summary>The phonemes that a model knows and their numbers: a text file with one a line, counted from 0, or a JSON object.</summary>
internal sealed class PhonemeTable
{
    /// <summary>The phoneme of silence.</summary>
    public const string Silence = "SP";

    /// <summary>The phoneme of a breath.</summary>
    public const string Breath = "AP";

    private const int Most = 20_000;

    private readonly Dictionary<string, long> _numbers;

    private PhonemeTable(Dictionary<string, long> numbers) => _numbers = numbers;

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is missing or no list of phonemes.</exception>
    public static PhonemeTable Read(BankFolder folder, string name)
    {
        var table = new PhonemeTable(Numbers(folder, name, "the list of phonemes"));
        return table.Has(Silence)
            ? table
            : throw folder.Refuse($"{Path.Combine(folder.FullPath, name)} does not list \"{Silence}\", the silence");
    }

    /// <summary>Reads names and numbers.</summary>
    /// <exception cref="InvalidDataException">The file is missing or no such list.</exception>
    public static Dictionary<string, long> Numbers(BankFolder folder, string name, string what)
    {
        var text = folder.ReadText(name, what);
        try
        {
            var numbers = name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? FromJson(text) : FromLines(text);
            return numbers.Count is > 0 and <= Most && numbers.Values.All(number => number is >= 0 and <= Most)
                ? numbers
                : throw folder.Refuse($"{what} must hold 1 to {Most} names and numbers: {name}");
        }
        catch (JsonException e)
        {
            throw folder.Refuse($"{what} is no JSON object of names and numbers: {name}", e);
        }
    }

    /// <summary>True when the model knows the phoneme.</summary>
    public bool Has(string phoneme) => _numbers.ContainsKey(phoneme);

    /// <summary>The phoneme's number.</summary>
    public long Number(string phoneme) => _numbers[phoneme];

    private static Dictionary<string, long> FromLines(string text)
    {
        var numbers = new Dictionary<string, long>(StringComparer.Ordinal);
        var number = 0L;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            numbers[line.Trim().ToString()] = number++;
        }

        numbers.Remove("");
        return numbers;
    }

    private static Dictionary<string, long> FromJson(string text) =>
        new(JsonSerializer.Deserialize<Dictionary<string, long>>(text) ?? [], StringComparer.Ordinal);
}
