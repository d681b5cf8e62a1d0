namespace Troubadour.Server.Settings;

/// <summary>
/// "Troubadour:Moderation": files of words and phrases, one a line, that callers may not use. Lines that start with # are notes. An
/// empty path is an empty list.
/// </summary>
public sealed class ModerationSettings
{
    /// <summary>Phrases of lyrics that belong to somebody.</summary>
    public string Copyrighted { get; set; } = "";

    /// <summary>Phrases that lyrics may not have.</summary>
    public string Inappropriate { get; set; } = "";

    /// <summary>Names of artists, which descriptions and tags may not have.</summary>
    public string Artists { get; set; } = "";

    /// <summary>Producer tags, which descriptions and tags may not have.</summary>
    public string ProducerTags { get; set; } = "";

    /// <summary>Phrases of descriptions and tags that somebody has to look at first.</summary>
    public string Review { get; set; } = "";
}
