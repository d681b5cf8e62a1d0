using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Troubadour.Composing.Tests.Shared;

namespace Troubadour.Composing.Tests.Reading;

/// <summary>A sentence and what a musician reads in it; words joined by | are each as good.</summary>
internal sealed record Expectation
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    private static CultureInfo Plain => CultureInfo.InvariantCulture;

    public required string Text { get; init; }

    public string Exclude { get; init; } = "";

    public string? Style { get; init; }

    public ImmutableArray<string> Mood { get; init; } = [];

    public ImmutableArray<string> NotMood { get; init; } = [];

    public ImmutableArray<string> In { get; init; } = [];

    public ImmutableArray<string> NotIn { get; init; } = [];

    public ImmutableArray<string> Out { get; init; } = [];

    public ImmutableArray<string> Only { get; init; } = [];

    public ImmutableArray<string> Theme { get; init; } = [];

    public ImmutableArray<string> Feel { get; init; } = [];

    public ImmutableArray<double> Range { get; init; } = [];

    public bool NotOnly { get; init; }

    public bool NoKey { get; init; }

    public bool NoBpm { get; init; }

    public double? Bpm { get; init; }

    public string? Pace { get; init; }

    public string? NotPace { get; init; }

    public string? Key { get; init; }

    public string? Mode { get; init; }

    public string? Meter { get; init; }

    public string? Gender { get; init; }

    public string? Timbre { get; init; }

    public string? Arc { get; init; }

    public bool? Vocal { get; init; }

    public static ImmutableArray<Expectation> Load(string file) =>
        JsonSerializer.Deserialize<ImmutableArray<Expectation>>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reading", file)),
            Json
        );

    /// <summary>Every field that is expected, with whether the reading has it.</summary>
    public IEnumerable<(string Field, bool Holds)> Fields(Composing.Reading read)
    {
        var top = read.Styles.IsEmpty ? "" : read.Styles.MaxBy(pair => pair.Value).Key;
        (string Field, string? Asked, string? Got)[] words =
        [
            ("style", Style, top),
            ("pace", Pace, PaceOf(read)),
            ("key", Key, read.Key?.ToString()),
            ("mode", Mode, read.IsMinor is { } minor ? (minor ? "minor" : "major") : null),
            ("meter", Meter, read.Meter?.ToString()),
            ("gender", Gender, read.Gender?.ToString()),
            ("timbre", Timbre, read.Timbre?.ToString()),
            ("arc", Arc, read.Arc.ToString()),
            ("bpm", Bpm?.ToString(Plain), read.Bpm?.ToString(Plain)),
            ("vocal", Vocal?.ToString(), read.IsVocal?.ToString()),
        ];
        var named = words
            .Where(w => w.Asked is not null)
            .Select(w => ($"{w.Field} {w.Asked}, got {w.Got}", w.Asked!.Split('|').Contains(w.Got)));
        return named.Concat(Lists(read)).Concat(Absences(read));
    }

    private IEnumerable<(string, bool)> Lists(Composing.Reading read) =>
        Contained("mood", Mood, read.Moods)
            .Concat(Contained("in", In, read.Instruments))
            .Concat(Contained("out", Out, read.Without))
            .Concat(Contained("only", Only, read.Only))
            .Concat(Contained("theme", Theme, read.Themes))
            .Concat(Feel.Select(feel => ($"feel {feel}", Feels(read, feel))));

    private IEnumerable<(string, bool)> Absences(Composing.Reading read)
    {
        foreach (var mood in NotMood)
        {
            yield return ($"not {mood}", !read.Moods.Contains(mood));
        }

        foreach (var instrument in NotIn)
        {
            yield return ($"no {instrument}", !read.Instruments.Contains(instrument));
        }

        if (!Range.IsEmpty)
        {
            yield return ($"range, got {read.Pace}", read.Pace == (Range[0], Range[1]));
        }

        (string Name, bool Asked, bool Holds)[] flags =
        [
            ("not only", NotOnly, read.Only.IsEmpty),
            ("no key", NoKey, read.Key is null),
            ("no bpm", NoBpm, read.Bpm is null && read.Pace is null),
            ($"not {NotPace}", NotPace is not null, PaceOf(read) != NotPace),
        ];
        foreach (var flag in flags.Where(flag => flag.Asked))
        {
            yield return (flag.Name, flag.Holds);
        }
    }

    private static IEnumerable<(string, bool)> Contained(
        string field,
        ImmutableArray<string> asked,
        ImmutableArray<string> got
    ) => asked.Select(one => ($"{field} {one}, got {string.Join(' ', got)}", one.Split('|').Any(got.Contains)));

    private static string? PaceOf(Composing.Reading read) =>
        (read.Bpm ?? (read.Pace is { } pace ? (pace.Slowest + pace.Fastest) / 2 : null)) switch
        {
            null => null,
            < 85 => "slow",
            < 115 => "mid",
            _ => "fast",
        };

    private static bool Feels(Composing.Reading read, string feel)
    {
        var moods = read.Moods.Select(mood => Room.Library.Moods[mood]);
        var genres = read.Genres.Select(genre => Room.Library.BgmGenres[genre]);
        var total = Effect.Blend([.. moods, .. genres]).Plus(read.Effect);
        var value = feel[..^1] switch
        {
            "minor" => total.Minor,
            "energy" => total.Energy,
            "bright" => total.BrightDb,
            "density" => total.Density,
            "reverb" => total.ReverbDb,
            _ => throw new ArgumentException(feel),
        };
        return feel[^1] == '+' ? value > 0 : value < 0;
    }
}
