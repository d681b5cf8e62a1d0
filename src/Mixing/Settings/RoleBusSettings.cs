namespace Troubadour.Mixing;

/// <summary>
/// Stems that are compressed together: one gain, heard from their sum behind the faders, is laid on each of them and on what it sends, so that stems
/// still sum to the mix. Stems that may be held apart from each other belong to different buses.
/// </summary>
/// <param name="Ids">The stems; those that are not in the mix do no harm.</param>
/// <param name="Compressor">What their sum is compressed by.</param>
public sealed record RoleBusSettings(IReadOnlyList<string> Ids, CompressorSettings Compressor);
