namespace Troubadour.Server.Working;

/// <summary>The files of a made song that are kept, and what they are called.</summary>
internal static class ClipFiles
{
    public const string Wav = "wav";
    public const string Mp3 = "mp3";
    public const string Song = "song";
    public const string Midi = "midi";
    public const string Words = "words";
    public const string Cover = "cover";
    public const string Fingerprint = "fingerprint";
    public const string Analysis = "analysis";

    public static IReadOnlyList<ClipFile> All { get; } =
    [
        new(Wav, "master.wav", "audio/wav"),
        new(Mp3, "master.mp3", "audio/mpeg"),
        new(Song, "song.json", "application/json"),
        new(Midi, "song.mid", "audio/midi"),
        new(Words, "lyrics.json", "application/json"),
        new(Cover, "cover.jpg", "image/jpeg"),
        new(Fingerprint, "fingerprint.bin", "application/octet-stream"),
        new(Analysis, "analysis.json", "application/json"),
    ];

    /// <summary>The blob store's folder of a clip, or of one attempt at it.</summary>
    public static string Folder(string clipId, int? attempt = null) =>
        attempt is null ? $"{clipId[..2]}/{clipId}" : $"{clipId[..2]}/{clipId}/{attempt}";
}
