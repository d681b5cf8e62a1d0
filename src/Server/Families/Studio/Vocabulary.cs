namespace Troubadour.Server.Families.Studio;

/// <summary>The contract's words for what can be asked (contract 5.1 and 10).</summary>
internal static class Vocabulary
{
    public const string User = "user";
    public const string Generate = "generate";
    public const string Instrumental = "instrumental";

    public const string Regular = "regular";
    public const string Continuation = "continuation";
    public const string Song = "song";

    /// <summary>Where the words come from.</summary>
    public static IReadOnlyList<string> LyricsTypes { get; } = [User, Generate, Instrumental];

    /// <summary>A new song, or one that goes on.</summary>
    public static IReadOnlyList<string> Modes { get; } = [Regular, Continuation];

    /// <summary>What a continuation goes on from.</summary>
    public static IReadOnlyList<string> SourceTypes { get; } = [Song];

    /// <summary>The models' names, each with the seconds of music that it makes; the first is usual.</summary>
    public static IReadOnlyList<(string Name, int Seconds)> Models { get; } =
    [("studio130-v1.5", 130), ("studio32-v1.5", 32)];

    /// <summary>The models' names.</summary>
    public static IReadOnlyList<string> ModelNames { get; } = [.. Models.Select(model => model.Name)];
}
