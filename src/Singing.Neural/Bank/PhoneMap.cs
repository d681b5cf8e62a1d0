using System.Collections.Immutable;

namespace Troubadour.Singing.Neural;

/// <summary>
/// Which of a bank's phonemes stand for each phone of the radio set: what the operator says, else the phoneme of the same name (with the
/// language before it, in upper case, or with a stress mark), else the nearest that the bank has.
/// </summary>
internal sealed class PhoneMap
{
    private readonly Dictionary<string, ImmutableArray<string>> _phonemes = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<PhonemeTable> _tables;
    private readonly string _language;

    private PhoneMap(IReadOnlyList<PhonemeTable> tables, string language) => (_tables, _language) = (tables, language);

    /// <summary>True when every model knows the breath.</summary>
    public bool HasBreath => Knows(PhonemeTable.Breath);

    /// <summary>Makes the map.</summary>
    /// <param name="bank">The bank, for messages.</param>
    /// <param name="tables">The phonemes of every model; each must know what is used.</param>
    /// <param name="operators">What the operator says.</param>
    /// <exception cref="InvalidDataException">Phones are left over, or the operator names phonemes that are not there.</exception>
    public static PhoneMap Make(BankFolder bank, IReadOnlyList<PhonemeTable> tables, OperatorFile operators)
    {
        var map = new PhoneMap(tables, operators.Language);
        foreach (var (phone, phonemes) in operators.Phones)
        {
            map.Take(bank, phone, phonemes);
        }

        foreach (var phone in PhoneSubstitutes.Phones)
        {
            if (!map._phonemes.ContainsKey(phone) && map.Find(phone) is { } found)
            {
                map._phonemes[phone] = found;
            }
        }

        var missing = PhoneSubstitutes.Phones.Where(phone => !map._phonemes.ContainsKey(phone)).ToList();
        return missing.Count == 0
            ? map
            : throw bank.Refuse(
                $"it has no phonemes for {string.Join(", ", missing)}; {OperatorFile.Name} in its folder can name them under \"phones\""
            );
    }

    /// <summary>The phonemes of a phone, in order.</summary>
    /// <exception cref="ArgumentException">It is no phone of the radio set.</exception>
    public ImmutableArray<string> Of(string phone) =>
        _phonemes.TryGetValue(phone, out var phonemes)
            ? phonemes
            : throw new ArgumentException($"\"{phone}\" is no phone of the radio set.", nameof(phone));

    private void Take(BankFolder bank, string phone, ImmutableArray<string> phonemes)
    {
        if (!PhoneSubstitutes.Phones.Contains(phone))
        {
            throw bank.Refuse($"phones in {OperatorFile.Name} names \"{phone}\", which is no phone of the radio set");
        }

        var unknown = phonemes.FirstOrDefault(phoneme => !Knows(phoneme));
        _phonemes[phone] =
            phonemes.IsEmpty || unknown is not null
                ? throw bank.Refuse(
                    $"phones in {OperatorFile.Name} gives {phone} the phoneme \"{unknown}\", which not every model of the bank knows"
                )
                : phonemes;
    }

    private ImmutableArray<string>? Find(string phone)
    {
        if (Spelt(phone) is { } own)
        {
            return [own];
        }

        foreach (var alternative in PhoneSubstitutes.For(phone))
        {
            var found = alternative.Split(' ').Select(Spelt).ToList();
            if (found.TrueForAll(name => name is not null))
            {
                return [.. found.Select(name => name!)];
            }
        }

        return null;
    }

    private string? Spelt(string name)
    {
        var upper = name.ToUpperInvariant();
        string[] spellings = [$"{_language}/{name}", $"{_language}/{upper}", name, upper, upper + "1", upper + "0"];
        return Array.Find(spellings, Knows);
    }

    private bool Knows(string phoneme) => _tables.All(table => table.Has(phoneme));
}
