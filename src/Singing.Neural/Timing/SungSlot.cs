namespace Troubadour.Singing.Neural;

/// <summary>A phone of a phrase.</summary>
/// <param name="Phone">The phone, of the radio set.</param>
/// <param name="Class">Its kind.</param>
/// <param name="Syllable">Index of its syllable over the phrase.</param>
/// <param name="Word">Index of its word.</param>
internal readonly record struct SungSlot(string Phone, PhoneClass Class, int Syllable, int Word)
{
    /// <summary>True for vowels and diphthongs.</summary>
    public bool IsVowel => Class is PhoneClass.Vowel or PhoneClass.Diphthong;
}
