namespace Troubadour.Ingest;

/// <summary>What was read.</summary>
/// <param name="Format">What the file is: mp3, wav, flac, ogg, m4a, aac, aiff or webm.</param>
/// <param name="Frames">Frames at 44.1 kHz.</param>
/// <param name="ContentHash">See <see cref="Ingest.ContentHash"/>.</param>
/// <param name="IsDamaged">Whether the decoder complained of something; what could be read is there.</param>
public sealed record IngestReport(string Format, int Frames, string ContentHash, bool IsDamaged);
