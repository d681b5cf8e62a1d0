namespace Troubadour.Singing.Neural;

/// <summary>One of the bank's phonemes at its place in song time.</summary>
/// <param name="Phoneme">Its name in the bank.</param>
/// <param name="Slot">Index of the phone that it stands for, or -1 for silence and breath.</param>
/// <param name="OpensGroup">True for vowels, silence and breath: what starts a word in the predictors' sense.</param>
/// <param name="Start">Seconds.</param>
/// <param name="End">Seconds.</param>
internal readonly record struct TimedPhoneme(string Phoneme, int Slot, bool OpensGroup, double Start, double End);
