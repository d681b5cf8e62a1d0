namespace Troubadour.Ingest;

/// <summary>A kind of file that is taken as audio.</summary>
/// <param name="Name">What callers call it.</param>
/// <param name="Demuxer">The one ffmpeg demuxer that may read it.</param>
public sealed record AudioFormat(string Name, string Demuxer);
