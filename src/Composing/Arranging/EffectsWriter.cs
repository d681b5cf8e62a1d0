using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Swells into sections: a reverse cymbal that breaks off exactly where the next section starts.</summary>
internal sealed class EffectsWriter(Band band)
{
    /// <summary>General MIDI's reverse cymbal.</summary>
    public const int Program = 119;

    // Seconds until the bank's sample breaks off: 1.74 at key 48, shorter by a semitone's share for every key above (measured on
    // MuseScore_General).
    private const int UsualKey = 48;
    private const double UsualSeconds = 1.74;
    private const double SecondsAKey = 0.0235;
    private readonly Stage _stage = band.Stage;

    /// <summary>One note a swell; none where nobody drums.</summary>
    public ImmutableArray<Note> Write() =>
        !_stage.Sections.Any(section => _stage.Groove(section) is not null)
            ? []
            : [.. band.Transitions.All.Where(turn => turn.Riser).Select(Swell).OfType<Note>()];

    /// <summary>The mix of the swells.</summary>
    public static PartMix Mix { get; } = new(ReverbDb: -14);

    private Note? Swell(Transition turn)
    {
        var end = _stage.Map.SecondsAt(turn.Tick);
        var bar = _stage.Direction.BarSeconds(_stage.Form.Bpm);
        // A swell fills a bar, or as near to it as the sample comes.
        var key = Math.Clamp(UsualKey + (int)Math.Round((UsualSeconds - Math.Min(bar, 2.05)) / SecondsAKey), 36, 60);
        var start = (int)Math.Round(_stage.Map.TickAt(end - UsualSeconds + (key - UsualKey) * SecondsAKey));
        if (start < 0)
        {
            return null;
        }

        return new Note(start, turn.Tick - start, key, (int)(58 + 45 * turn.After!.Energy));
    }
}
