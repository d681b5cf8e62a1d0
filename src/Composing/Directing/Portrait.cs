using System.Collections.Immutable;
using System.Globalization;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Says in words what a brief would become.</summary>
internal static class Portrait
{
    private const int MostInstruments = 6;

    /// <summary>Style, mood, pace, instruments, voice, tempo and key: the most telling first, each once.</summary>
    public static ImmutableArray<string> Of(Direction direction)
    {
        var brief = direction.Brief;
        var style = direction.Style;
        var tags = new List<string> { Lower(style.Name) };
        tags.AddRange(brief.Moods.SelectMany(mood => mood.Split('/')).Take(2).Select(Lower));
        tags.Add(Pace(direction.PreferredBpm));
        if (brief.IsVocal)
        {
            tags.Add($"{Lower((brief.Gender ?? Gender.Female).ToString())} vocals");
            tags.Add($"{Lower((brief.Timbre ?? Timbre.Warm).ToString())} voice");
        }
        else
        {
            tags.Add("instrumental");
        }

        tags.AddRange(Instruments(style).Take(MostInstruments));
        tags.Add(style.Swing > 0.54 ? "swung groove" : "straight groove");
        tags.Add(string.Create(CultureInfo.InvariantCulture, $"{direction.PreferredBpm:F0} bpm"));
        tags.Add(Lower(direction.Key.IsMinor ? "minor key" : "major key"));
        return [.. tags.Where(tag => tag.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    // Parts are called by what plays them, with a role behind: "electric-piano-chords".
    private static IEnumerable<string> Instruments(StyleSheet style)
    {
        var ids = style.Parts.Select(part => part.Id);
        return (style.Bass is { } bass ? ids.Append(bass.Id) : ids).Select(id => Lower(id.Replace('-', ' ')));
    }

    private static string Pace(double bpm) =>
        bpm switch
        {
            < 76 => "slow",
            < 112 => "mid-tempo",
            < 140 => "upbeat",
            _ => "fast",
        };

    private static string Lower(string text) => text.ToLowerInvariant();
}
