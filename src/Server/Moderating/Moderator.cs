using Troubadour.Server.Http;
using Troubadour.Server.Settings;

namespace Troubadour.Server.Moderating;

/// <summary>Refuses words that the operator does not want, by the operator's own lists (contract 1.3.1).</summary>
internal sealed class Moderator(TroubadourSettings settings)
{
    private const int LongestTold = 60;

    private readonly PhraseList _copyrighted = Load(
        nameof(ModerationSettings.Copyrighted),
        settings.Moderation.Copyrighted
    );
    private readonly PhraseList _bad = Load(
        nameof(ModerationSettings.Inappropriate),
        settings.Moderation.Inappropriate
    );
    private readonly PhraseList _artists = Load(nameof(ModerationSettings.Artists), settings.Moderation.Artists);
    private readonly PhraseList _tags = Load(nameof(ModerationSettings.ProducerTags), settings.Moderation.ProducerTags);
    private readonly PhraseList _review = Load(nameof(ModerationSettings.Review), settings.Moderation.Review);

    /// <summary>Looks at words that are to be sung.</summary>
    /// <exception cref="ApiException">403.</exception>
    public void CheckLyrics(string lyrics)
    {
        if (Unclosed(lyrics) is { } line)
        {
            throw ApiException.Forbidden($"Lyrics format invalid: the tag in '{Told(line)}' is not closed.");
        }

        Refuse(_copyrighted.In(lyrics), "Lyrics copyrighted");
        Refuse(_bad.In(lyrics), "Lyrics inappropriate");
    }

    /// <summary>Looks at words about the music.</summary>
    /// <exception cref="ApiException">403.</exception>
    public void CheckDescription(string description)
    {
        Refuse(_artists.In(description), "Description contains artist names");
        Refuse(_tags.In(description), "Description contains producer tags");
        Refuse(_bad.In(description), "Description needs review");
        Refuse(_review.In(description), "Description needs review");
    }

    private static string? Unclosed(string lyrics) =>
        lyrics
            .Split('\n')
            .FirstOrDefault(line => line.Count(c => c == '[') != line.Count(c => c == ']') && line.Contains('['));

    private static void Refuse(IReadOnlyList<string> found, string what)
    {
        if (found.Count > 0)
        {
            throw ApiException.Forbidden($"{what} ('{Told(string.Join(", ", found))}').");
        }
    }

    private static string Told(string text) => text.Length <= LongestTold ? text : text[..LongestTold] + "…";

    private static PhraseList Load(string name, string path) =>
        PhraseList.Load($"{TroubadourSettings.Section}:Moderation:{name}", path);
}
