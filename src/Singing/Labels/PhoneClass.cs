namespace Troubadour.Singing;

/// <summary>What kind of sound a phone is, as far as singing treats kinds differently.</summary>
internal enum PhoneClass
{
    Silence,
    Vowel,
    Diphthong,
    Glide,
    Nasal,
    VoicedFricative,
    VoicedStop,
    Fricative,
    Stop,
}
