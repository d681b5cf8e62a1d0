using Troubadour.Composing.Measures;
using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests.Knobs;

/// <summary>How clearly a song is of the style asked for: how much nearer to that style's mean than to the middle of the road.</summary>
internal sealed class StyleMargin
{
    private const string MiddleOfTheRoad = "pop";
    private readonly GenreClassifier _classifier;
    private readonly SortedDictionary<string, double[]> _means;

    /// <summary>Learns from songs of each tag text at the usual strength.</summary>
    /// <param name="texts">The tag texts.</param>
    /// <param name="brief">A brief for a tag text and a seed; the songs should differ in mood, so that the mean is the style's.</param>
    /// <param name="seeds">Songs a text.</param>
    public StyleMargin(IEnumerable<string> texts, Func<string, int, SongBrief> brief, int seeds)
    {
        var briefs = texts
            .Append(MiddleOfTheRoad)
            .SelectMany(text => Enumerable.Range(0, seeds).Select(seed => (text, Brief: brief(text, 500 + seed))))
            .ToList();
        var songs = Room.ComposeAll(briefs.Select(each => each.Brief))
            .Zip(briefs, (song, each) => (Label: each.text, StyleFeatures.Of(song).Vector))
            .ToList();
        _classifier = GenreClassifier.Train(songs);
        _means = new SortedDictionary<string, double[]>(StringComparer.Ordinal);
        foreach (var group in songs.GroupBy(song => song.Label))
        {
            _means[group.Key] = [.. group.First().Vector.Select((_, f) => group.Average(song => song.Vector[f]))];
        }
    }

    /// <summary>Distance to the middle of the road less distance to the style, in the classifier's units; above 0 for a song of the style.</summary>
    public double Of(Song song, string text)
    {
        var vector = StyleFeatures.Of(song).Vector;
        return _classifier.Distance(vector, _means[MiddleOfTheRoad]) - _classifier.Distance(vector, _means[text]);
    }
}
