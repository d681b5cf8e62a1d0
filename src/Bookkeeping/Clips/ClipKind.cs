namespace Troubadour.Bookkeeping;

/// <summary>What a clip is.</summary>
public static class ClipKind
{
    /// <summary>A song or an instrumental that was made here.</summary>
    public const string Song = "song";

    /// <summary>One stem of a song.</summary>
    public const string Stem = "stem";

    /// <summary>An excerpt of a lead voice.</summary>
    public const string Voice = "voice";

    /// <summary>A file that a caller brought.</summary>
    public const string Upload = "upload";
}
