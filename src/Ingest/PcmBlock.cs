namespace Troubadour.Ingest;

/// <summary>Takes decoded sound, block by block; the spans are valid during the call only.</summary>
/// <param name="left">Samples of the left channel.</param>
/// <param name="right">As many of the right one.</param>
public delegate void PcmBlock(ReadOnlySpan<float> left, ReadOnlySpan<float> right);
