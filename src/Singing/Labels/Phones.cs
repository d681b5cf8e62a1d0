namespace Troubadour.Singing;

/// <summary>Facts about the phones of the radio set.</summary>
internal static class Phones
{
    /// <summary>The phone of silence.</summary>
    public const string Pause = "pau";

    /// <summary>The class of a phone.</summary>
    public static PhoneClass ClassOf(string phone) =>
        phone switch
        {
            "aa" or "ae" or "ah" or "ao" or "ax" or "eh" or "er" or "ih" or "iy" or "uh" or "uw" => PhoneClass.Vowel,
            "aw" or "ay" or "ey" or "ow" or "oy" => PhoneClass.Diphthong,
            "w" or "y" or "r" or "l" => PhoneClass.Glide,
            "m" or "n" or "ng" => PhoneClass.Nasal,
            "v" or "dh" or "z" or "zh" => PhoneClass.VoicedFricative,
            "b" or "d" or "g" or "jh" => PhoneClass.VoicedStop,
            "f" or "th" or "s" or "sh" or "hh" => PhoneClass.Fricative,
            "p" or "t" or "k" or "ch" => PhoneClass.Stop,
            Pause => PhoneClass.Silence,
            _ => throw new ArgumentException($"\"{phone}\" is no phone of the radio set.", nameof(phone)),
        };

    /// <summary>True for vowels and diphthongs.</summary>
    public static bool IsVowel(string phone) => ClassOf(phone) is PhoneClass.Vowel or PhoneClass.Diphthong;

    /// <summary>The first formant of a vowel in Hz, a woman's (Hillenbrand et al. 1995, rounded; diphthongs by their first part); 0 for consonants.</summary>
    public static double FirstFormant(string phone) =>
        phone switch
        {
            "iy" => 440,
            "ih" => 480,
            "uw" => 460,
            "uh" => 520,
            "ey" => 540,
            "ow" => 560,
            "er" => 520,
            "ax" => 600,
            "oy" => 560,
            "eh" => 730,
            "ae" => 670,
            "ah" => 750,
            "ao" => 780,
            "aa" => 930,
            "aw" => 850,
            "ay" => 850,
            _ => 0,
        };
}
