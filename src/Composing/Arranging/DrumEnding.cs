using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>The drums of the last chord: kick and crash together with the band.</summary>
internal sealed class DrumEnding(Stage stage)
{
    /// <summary>The strokes.</summary>
    public IEnumerable<Note> Write()
    {
        var tick = stage.Form.LastChordTick;
        var soft = stage.Last.Energy < 0.4;
        yield return new Note(tick, 240, DrumKeys.ByName["kick"], soft ? 80 : 105);
        if (stage.Direction.Style.Drums.Kit is not 40 || !soft)
        {
            yield return new Note(tick, 960, DrumKeys.ByName["crash"], soft ? 62 : 92);
        }
    }
}
