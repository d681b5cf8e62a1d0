using System.Collections.Immutable;
using System.Text.Json;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>The shape of lyrics.json: when each line and each word of the lead voice and of the one that answers is sung, in seconds of the clip.</summary>
public sealed record LyricTimes(ImmutableArray<LineTime> Lines)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Reads lyrics.json.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static LyricTimes Read(Stream input) =>
        JsonSerializer.Deserialize<LyricTimes>(input, Json) ?? throw new JsonException("The document is empty.");

    internal static LyricTimes Of(Song song, Choir choir)
    {
        var lines = ImmutableArray.CreateBuilder<LineTime>();
        var worded = choir
            .Vocals.Zip(choir.Takes)
            .Where(pair => pair.First.Layer is VoiceLayer.Lead or VoiceLayer.Backing);
        var leads = song.Vocals.Where(phrase => phrase.Layer == VoiceLayer.Lead).ToLookup(phrase => phrase.Line);
        foreach (var line in worded.GroupBy(pair => pair.First.Line))
        {
            var words = line.SelectMany(pair => Words(song, pair.First, pair.Second))
                .OrderBy(word => word.Start)
                .ToImmutableArray();
            if (!words.IsEmpty)
            {
                lines.Add(
                    new LineTime(
                        (leads[line.Key].FirstOrDefault() ?? line.First().First).Text,
                        words[0].Start,
                        words[^1].End,
                        words
                    )
                );
            }
        }

        return new LyricTimes(lines.ToImmutable());
    }

    private static IEnumerable<WordTime> Words(Song song, VocalPhrase phrase, KeptTake take)
    {
        var from = ClipWindow.Of(song).FirstSecond;
        var isWhole = ClipScore.Holds(song, phrase);
        return take
            .Words.Where(word => (isWhole || word.Start >= from) && word.Start < song.Seconds)
            .Select(word => new WordTime(word.Text, Round(word.Start - from), Round(word.End - from)));
    }

    private static double Round(double seconds) => Math.Round(Math.Max(0, seconds), 3);
}
