namespace Troubadour.Ingest;

/// <summary>How the decoder ended.</summary>
/// <param name="ExitCode">0 for success; 128 and the signal's number when it was killed.</param>
/// <param name="HasComplained">Whether it said that something is wrong with the sound.</param>
/// <param name="HasNoSound">Whether it said that the file holds no sound.</param>
internal sealed record DecoderEnd(int ExitCode, bool HasComplained, bool HasNoSound);
