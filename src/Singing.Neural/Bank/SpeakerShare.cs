namespace Troubadour.Singing.Neural;

/// <summary>One of the singers that a voice is mixed of.</summary>
/// <param name="Name">The name, as the bank lists it.</param>
/// <param name="Weight">Its part; parts are divided by their sum.</param>
internal readonly record struct SpeakerShare(string Name, double Weight);
