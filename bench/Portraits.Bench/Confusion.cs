using System.Globalization;
using System.Text;
using Troubadour.Music;

namespace Troubadour.Portraits.Bench;

/// <summary>What was sung against what was found.</summary>
internal sealed class Confusion(string name)
{
    private readonly List<(VoiceSpec Sung, VoiceMatch Found)> _clips = [];

    /// <summary>What kind of clips these are.</summary>
    public string Name => name;

    /// <summary>Clips.</summary>
    public int Count => _clips.Count;

    /// <summary>The mean distance of the nearest voice.</summary>
    public double Distance => _clips.Count == 0 ? 0 : _clips.Average(clip => clip.Found.Distance);

    /// <summary>How many had the right gender.</summary>
    public int Genders => _clips.Count(clip => clip.Sung.Gender == clip.Found.Voice.Gender);

    /// <summary>How many had the right gender and timbre.</summary>
    public int Timbres => _clips.Count(clip => Same(clip.Sung, clip.Found.Voice));

    /// <summary>How many had them right, or among the next three.</summary>
    public int Near =>
        _clips.Count(clip =>
            Same(clip.Sung, clip.Found.Voice) || clip.Found.Runners.Any(voice => Same(clip.Sung, voice))
        );

    /// <summary>The lowest share of a clip's movement that the vowel book explains.</summary>
    public double LeastFit { get; private set; } = 1;

    /// <summary>Adds a clip.</summary>
    public void Add(VoiceSpec sung, VoicePortrait portrait, VoiceMatch found)
    {
        _clips.Add((sung, found));
        LeastFit = Math.Min(LeastFit, portrait.FormantScale.Confidence / portrait.MedianKey.Confidence);
    }

    /// <summary>A table: a line for each voice that was sung, with what was found and how often.</summary>
    public string Table()
    {
        var text = new StringBuilder("| sung | clips | found |\n| --- | --- | --- |\n");
        foreach (
            var group in _clips.GroupBy(clip => NameOf(clip.Sung)).OrderBy(group => group.Key, StringComparer.Ordinal)
        )
        {
            var found = group
                .GroupBy(clip => NameOf(clip.Found.Voice))
                .OrderByDescending(same => same.Count())
                .Select(same => string.Create(CultureInfo.InvariantCulture, $"{same.Key} {same.Count()}"));
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {group.Key} | {group.Count()} | {string.Join(", ", found)} |\n"
            );
        }

        return text.ToString();
    }

    private static string NameOf(VoiceSpec voice) => $"{voice.Gender} {voice.Timbre}";

    private static bool Same(VoiceSpec one, VoiceSpec other) =>
        one.Gender == other.Gender && one.Timbre == other.Timbre;
}
