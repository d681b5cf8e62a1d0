using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing.Measures;

/// <summary>
/// Scores composed songs: the mean of five closenesses. Melody, texture and drums are closeness to human distributions; words are
/// judged on one side only, because words may fit better than usual; craft is the mean of how far each aim is met.
/// </summary>
public sealed class SongJudge
{
    private const double LeastScore = 70;
    private const double LeastPart = 45;

    private static readonly ImmutableArray<(string, Side)> WordMeasures =
    [
        ("lyric.stressed.strong", Side.AtLeast),
        ("lyric.content.strong", Side.AtLeast),
        ("lyric.unstressed.strong", Side.AtMost),
        ("lyric.function.strong", Side.AtMost),
        ("lyric.contrast.strong", Side.AtLeast),
        ("lyric.contrast.strong8", Side.AtLeast),
        ("lyric.contrast.beat", Side.AtLeast),
        ("lyric.contrast.length", Side.AtLeast),
    ];

    // How loud a drum is on the whole is the mix's matter; how its strokes differ is the player's.
    private static readonly ImmutableArray<(string, Side)> DrumMeasures =
    [
        ("drums.groove.adjacent", Side.Both),
        ("drums.kick.spread", Side.Both),
        ("drums.snare.spread", Side.Both),
        ("drums.hat.spread", Side.Both),
    ];

    private readonly ImmutableSortedDictionary<string, Distribution> _human;

    /// <summary>A judge with human figures.</summary>
    public SongJudge(HumanReference human)
    {
        ArgumentNullException.ThrowIfNull(human);
        _human = human.Measures;
    }

    /// <summary>Judges one song.</summary>
    public Verdict Judge(Song song)
    {
        var grid = new SongGrid(song);
        var found = SongMeasures.Of(song);
        var words = LyricMeasures.Of(SongWords.Read(grid));
        var melody = MelodyScore.Of(found, _human);
        var texture = Closeness.Of(found, _human, Group(MetricGroup.Texture));
        var drums = Closeness.Of(found, _human, DrumMeasures);
        var fit = Closeness.Of(words, _human, WordMeasures) * WordOrder.Share(grid);
        var craft = CraftScore.Of(grid);
        var parts = new[] { melody, texture, fit, drums, craft }.Where(double.IsFinite).ToList();
        var score = parts.Average();
        var sung = !double.IsFinite(melody) || MelodyScore.Passes(found, _human);
        return new Verdict(
            score,
            melody,
            MelodyScore.ShapeOf(found, _human),
            texture,
            fit,
            drums,
            craft,
            sung && score >= LeastScore && parts.Min() >= LeastPart
        );
    }

    private static IEnumerable<(string, Side)> Group(MetricGroup group) =>
        Metrics.All.Where(metric => metric.Group == group).Select(metric => (metric.Id, Side.Both));
}
