namespace Troubadour.Singing;

/// <summary>A phone of a phrase with its full-context label.</summary>
/// <param name="Name">The phone.</param>
/// <param name="Syllable">Index of the syllable over the phrase; -1 for the silence around it.</param>
/// <param name="Word">Index of the word; -1 for silence.</param>
/// <param name="Label">The label.</param>
internal sealed record LabelledPhone(string Name, int Syllable, int Word, string Label)
{
    /// <summary>The kind of the phone.</summary>
    public PhoneClass Class { get; } = Phones.ClassOf(Name);

    /// <summary>True for vowels and diphthongs.</summary>
    public bool IsVowel => Class is PhoneClass.Vowel or PhoneClass.Diphthong;
}
