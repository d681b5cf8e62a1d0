using System.Collections.Immutable;
using System.Text.Json;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>The shape of lyrics.json: when each line and each word of the lead voice is sung, in seconds of the clip.</summary>
public sealed record LyricTimes(ImmutableArray<LineTime> Lines)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Reads lyrics.json.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static LyricTimes Read(Stream input) =>
        JsonSerializer.Deserialize<LyricTimes>(input, Json) ?? throw new JsonException("The document is empty.");

    internal static LyricTimes Of(Song song, Choir choir)
    {
        var window = ClipWindow.Of(song);
        var lines = ImmutableArray.CreateBuilder<LineTime>();
        for (var i = 0; i < choir.Phrases.Length; i++)
        {
            if (choir.Scores[i].Layer != VoiceLayer.Lead)
            {
                continue;
            }

            var isWhole = ClipScore.Holds(song, song.Vocals[i]);
            var words = choir
                .Phrases[i]
                .Words.Where(word => (isWhole || word.Start >= window.FirstSecond) && word.Start < song.Seconds)
                .Select(word => new WordTime(
                    word.Text,
                    Round(word.Start - window.FirstSecond),
                    Round(word.End - window.FirstSecond)
                ))
                .ToImmutableArray();
            if (words.IsEmpty)
            {
                continue;
            }

            lines.Add(new LineTime(song.Vocals[i].Text, words[0].Start, words[^1].End, words));
        }

        return new LyricTimes(lines.ToImmutable());
    }

    private static double Round(double seconds) => Math.Round(Math.Max(0, seconds), 3);
}
