using Troubadour.Music;

namespace Troubadour.Singing.Bench;

/// <summary>A line as it was sung.</summary>
/// <param name="Name">Set, gender, line and tempo: a file name.</param>
/// <param name="Words">The words as the recogniser spells them.</param>
/// <param name="Score">What was to be sung.</param>
/// <param name="Voice">Who sang.</param>
/// <param name="Sung">What came.</param>
internal sealed record Take(string Name, string[] Words, PhraseScore Score, VoiceSpec Voice, SungPhrase Sung);
