namespace Troubadour.Server.Working;

/// <summary>The files of a made song that are kept, and what they are called.</summary>
internal static class ClipFiles
{
    public const string Wav = "wav";
    public const string Mp3 = "mp3";
    public const string Song = "song";
    public const string Midi = "midi";
    public const string Words = "words";

    public static IReadOnlyList<ClipFile> All { get; } =
    [
        new(Wav, "master.wav", "audio/wav"),
        new(Mp3, "master.mp3", "audio/mpeg"),
        new(Song, "song.json", "application/json"),
        new(Midi, "song.mid", "audio/midi"),
        new(Words, "lyrics.json", "application/json"),
    ];

    /// <summary>The blob store's folder of a task, or of one attempt at it.</summary>
    public static string Folder(string taskId, int? attempt = null) =>
        attempt is null ? $"{taskId[..2]}/{taskId}" : $"{taskId[..2]}/{taskId}/{attempt}";
}
