using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Predicts what a brief leaves open from the words of its lyrics and its description.</summary>
internal sealed partial class Predictor(StyleLibrary library)
{
    /// <summary>Fills genre, mood, gender and timbre of a song.</summary>
    public SongBrief FillVocal(SongBrief brief)
    {
        var random = new RandomStream(brief.Seed, "prediction");
        var genre = brief.Genres.FirstOrDefault();
        var mood = brief.Moods.FirstOrDefault() ?? MoodOf(brief.Lyrics + " " + brief.Description);
        mood ??= genre is null ? "Inspirational/Hopeful" : library.Predictions.GenreMoods[genre];
        genre ??= Draw(library.Predictions.MoodGenres[mood], random.Child("genre"));
        return brief with
        {
            Genres = [genre],
            Moods = [mood],
            Gender = brief.Gender ?? (random.Child("gender").Chance(0.5) ? Gender.Female : Gender.Male),
            Timbre =
                brief.Timbre ?? Enum.Parse<Timbre>(Draw(library.Predictions.MoodTimbres[mood], random.Child("timbre"))),
        };
    }

    /// <summary>Adds to an instrumental what its description names: genres, moods, instruments, themes, tempo and key.</summary>
    public SongBrief FillInstrumental(SongBrief brief)
    {
        var text = " " + NotLetters().Replace(brief.Description.ToLowerInvariant(), " ").Trim() + " ";
        var genres = Named(brief.Genres, library.BgmGenres.Keys, text);
        if (genres.IsEmpty)
        {
            genres = Named([], library.Styles.Keys.Select(id => id.Replace('-', ' ')), text)
                .SelectMany(name =>
                    library
                        .VocalGenres.Where(pair => pair.Value.ContainsKey(name.Replace(' ', '-')))
                        .Select(pair => pair.Key)
                )
                .Take(1)
                .ToImmutableArray();
        }

        return brief with
        {
            Genres = genres,
            Moods = Named(brief.Moods, library.Moods.Keys.Where(name => char.IsLower(name[0])), text),
            Instruments = Named(brief.Instruments, library.Instruments.Keys, text),
            Themes = Named(brief.Themes, library.Themes.Keys, text),
            Bpm = brief.Bpm ?? BpmIn(brief.Description),
            Key = brief.Key ?? KeyIn(brief.Description),
        };
    }

    private static ImmutableArray<string> Named(ImmutableArray<string> given, IEnumerable<string> names, string text) =>
        given.IsEmpty
            ?
            [
                .. names
                    .Where(name =>
                        text.Contains(
                            $" {NotLetters().Replace(name.ToLowerInvariant(), " ")} ",
                            StringComparison.Ordinal
                        )
                    )
                    .Take(5),
            ]
            : given;

    private string? MoodOf(string text)
    {
        var words = Words().Matches(text.ToLowerInvariant()).Select(match => match.Value).ToList();
        var best = library
            .Predictions.MoodWords.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => (pair.Key, Count: words.Count(word => pair.Value.Contains(word))))
            .MaxBy(pair => pair.Count);
        return best.Count > 0 ? best.Key : null;
    }

    private static string Draw(ImmutableDictionary<string, double> weights, RandomStream random)
    {
        var names = weights.Keys.Order(StringComparer.Ordinal).ToList();
        return names[random.PickWeighted(names.ConvertAll(name => weights[name]))];
    }

    private static double? BpmIn(string text)
    {
        var match = Tempo().Match(text);
        return
            match.Success
            && double.TryParse(match.Groups[1].Value, CultureInfo.InvariantCulture, out var bpm)
            && bpm is >= 40 and <= 240
            ? bpm
            : null;
    }

    private static Key? KeyIn(string text)
    {
        var match = KeyName().Match(text);
        return match.Success && Key.TryParse(match.Groups[1].Value, out var key) ? key : null;
    }

    [GeneratedRegex(@"[^a-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex NotLetters();

    [GeneratedRegex(@"[a-z']+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"\b(\d{2,3})\s*bpm\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tempo();

    [GeneratedRegex(@"\b([A-G][#b]?\s(?:major|minor|dorian|mixolydian))\b", RegexOptions.CultureInvariant)]
    private static partial Regex KeyName();
}
