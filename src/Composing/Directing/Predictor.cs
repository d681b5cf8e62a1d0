using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Fills what a brief leaves open: first from its free text, then from the words of its lyrics.</summary>
internal sealed partial class Predictor(StyleLibrary library)
{
    private readonly StyleChoice _styles = new(library);

    /// <summary>Fills a song: genre, mood, gender and timbre always, the rest where the text says something.</summary>
    public SongBrief FillVocal(SongBrief brief, Reading reading)
    {
        var random = new RandomStream(brief.Seed, "prediction");
        var genre = brief.Genres.FirstOrDefault() ?? _styles.GenreOf(reading.Styles);
        var mood = brief.Moods.FirstOrDefault() ?? MoodOf(reading) ?? MoodOf(Text(brief));
        mood ??= genre is null ? "Inspirational/Hopeful" : library.Predictions.GenreMoods[genre];
        genre ??= Draw(library.Predictions.MoodGenres.GetValueOrDefault(mood), random.Child("genre")) ?? "Pop";
        var timbre = Draw(library.Predictions.MoodTimbres.GetValueOrDefault(mood), random.Child("timbre")) ?? "Warm";
        var gender = random.Child("gender").Chance(0.5) ? Gender.Female : Gender.Male;
        return Told(brief, reading) with
        {
            Genres = [genre],
            Moods = [mood],
            Gender = brief.Gender ?? reading.Gender ?? gender,
            Timbre = brief.Timbre ?? reading.Timbre ?? Enum.Parse<Timbre>(timbre),
        };
    }

    /// <summary>Adds to an instrumental what its text says.</summary>
    public SongBrief FillInstrumental(SongBrief brief, Reading reading)
    {
        var nearest = reading.Genres.IsEmpty ? _styles.GenreOf(reading.Styles) : null;
        var genres = nearest is null ? reading.Genres : [nearest];
        return Told(brief, reading) with
        {
            Genres = brief.Genres.IsEmpty ? genres : brief.Genres,
            Moods = brief.Moods.IsEmpty ? reading.Moods : brief.Moods,
        };
    }

    // What a list of tags says by the letter, the reading has said.
    private static string Text(SongBrief brief) =>
        brief.IsLiteral ? brief.Lyrics : brief.Lyrics + " " + brief.Description;

    private static SongBrief Told(SongBrief brief, Reading reading) =>
        brief with
        {
            Styles = brief.Genres.IsEmpty && brief.Styles.IsEmpty ? reading.Styles : brief.Styles,
            Instruments = brief.Instruments.IsEmpty ? reading.Instruments : brief.Instruments,
            Themes = brief.Themes.IsEmpty ? reading.Themes : brief.Themes,
            Bpm = brief.Bpm ?? reading.Bpm,
            Key = brief.Key ?? reading.Key,
            Meter = brief.Meter ?? reading.Meter,
        };

    private string? MoodOf(Reading reading) =>
        reading.Moods.IsEmpty ? null : library.Words.SongMoods.GetValueOrDefault(reading.Moods[0]);

    private string? MoodOf(string text)
    {
        var words = Words().Matches(text.ToLowerInvariant()).Select(match => match.Value).ToList();
        var best = library
            .Predictions.MoodWords.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => (pair.Key, Count: words.Count(word => pair.Value.Contains(word))))
            .MaxBy(pair => pair.Count);
        return best.Count > 0 ? best.Key : null;
    }

    private static string? Draw(ImmutableDictionary<string, double>? weights, RandomStream random)
    {
        var names = (weights ?? ImmutableDictionary<string, double>.Empty).Keys.Order(StringComparer.Ordinal).ToList();
        return names.Count == 0 ? null : names[random.PickWeighted(names.ConvertAll(name => weights![name]))];
    }

    [GeneratedRegex(@"[a-z']+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
