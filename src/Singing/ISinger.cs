using Troubadour.Music;

namespace Troubadour.Singing;

/// <summary>
/// The door for voices: phones, notes and manner in, a mono take and its times out. An instance serves many threads at once, and the same
/// arguments give the same bytes, so that takes can be kept by what made them.
/// </summary>
public interface ISinger
{
    /// <summary>Names the voice and the code that sings it: takes of two singers with one fingerprint are the same.</summary>
    string Fingerprint { get; }

    /// <summary>Sings one phrase.</summary>
    /// <param name="phrase">The words and notes. Its layer decides what kind of take it is.</param>
    /// <param name="voice">Which singer.</param>
    /// <param name="seed">Chance of the take.</param>
    /// <exception cref="ArgumentException">The notes do not cover the syllables, or a phone is unknown.</exception>
    SungPhrase Sing(PhraseScore phrase, VoiceSpec voice, long seed);
}
