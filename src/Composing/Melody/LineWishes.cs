using System.Collections.Immutable;
using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Says what each sung line should be: its room, its register, its shape; and makes phrases of written lines.</summary>
internal sealed class LineWishes(Direction direction, MelodyCharacter character)
{
    private readonly VocalRange _range = VocalRange.Of(direction.Brief.Gender ?? Gender.Female).Stretch(character.Span);

    /// <summary>The wish for a line of a section.</summary>
    /// <param name="form">The form.</param>
    /// <param name="s">The section.</param>
    /// <param name="index">The line.</param>
    /// <param name="tick">Where the section starts.</param>
    /// <param name="before">The line before it in the section.</param>
    public LineWish For(FormPlan form, int s, int index, int tick, LineShape? before)
    {
        var section = form.Sections[s];
        var line = section.Lines[index];
        var rap = IsRap(section, line);
        var start = tick + (line.StartBar * direction.Meter.TicksPerBar);
        var lift = form.Sections.Select(other => other.Transpose).DefaultIfEmpty().Max();
        var top = section.Kind is "chorus" or "bridge" ? _range.High - lift : _range.VerseTop;
        var register = Math.Clamp(direction.Effect.Register, -4, 4) * 0.5;
        var centre = _range.Centre + Lift(section.Kind) + register - (rap ? 3 : 0);
        return new LineWish
        {
            Stress = StressOf(line),
            Tones = TonesOf(line),
            Tick = start,
            Slots = (line.Bars * direction.Steps) - line.Left,
            Pickup = Math.Clamp(
                Free(section, index, start, before),
                0,
                Math.Min(line.Early, start / Ticks.PerSixteenth)
            ),
            Transpose = section.Transpose,
            Low = _range.Low,
            High = top,
            Centre = Math.Clamp(centre, _range.Low + 3, top - 3),
            Arc = (section.Kind == "chorus" ? 7.5 : 6.5) + (0.5 * character.Span),
            Peak = (index % 4) switch
            {
                0 => 0.45,
                1 => 0.7,
                2 => 0.35,
                _ => 0.2,
            },
            Closed = index == section.Lines.Length - 1 || index % 4 == 3,
            Rap = rap,
            NotesPerSecond =
                (
                    rap ? 5.2
                    : section.Kind == "chorus" ? 2.9
                    : 3.3
                )
                * direction.Style.Melody.Density
                * character.Density
                * (1 + direction.Effect.Density),
        };
    }

    /// <summary>For each syllable of a line -1 (weak) to 1 (strong).</summary>
    public static ImmutableArray<double> StressOf(PlannedLine line) => [.. line.Words.SelectMany(Stresses)];

    /// <summary>The tone of each syllable of a line; none for a line without tones.</summary>
    public static ImmutableArray<int> TonesOf(PlannedLine line) =>
        line.Words.Any(word => word.Syllables.Any(syllable => syllable.Tone > 0))
            ? [.. line.Words.SelectMany(word => word.Syllables.Select(syllable => syllable.Tone))]
            : [];

    /// <summary>A line with its words, at its place.</summary>
    public VocalPhrase Phrase(PlannedSection section, PlannedLine line, LineShape shape, int start, int number)
    {
        var notes = shape.Slots.Select(
            (slot, i) =>
                new VocalNote(
                    start + (slot * Ticks.PerSixteenth),
                    shape.Lengths[i] * Ticks.PerSixteenth,
                    shape.Keys[i] + section.Transpose,
                    shape.Syllables[i]
                )
        );
        var style = direction.Style.Vocal;
        return new VocalPhrase(
            number,
            line.Text,
            line.Words,
            [.. notes],
            VoiceLayer.Lead,
            Deliveries.Effort(line.Delivery, Math.Clamp(0.2 + (0.65 * section.Energy) + style.Effort, 0, 1)),
            style.Vibrato,
            IsRap(section, line)
        );
    }

    private bool IsRap(PlannedSection section, PlannedLine line) =>
        line.Delivery == Delivery.Spoken || direction.Style.Vocal.Rap.Contains(section.Kind);

    /// <summary>The voices' slurs at a tempo in pulses a minute.</summary>
    public Slurs SlursAt(double bpm) => new(direction, bpm, _range.High);

    /// <summary>The last long note of a line may turn into a short falling figure on the same syllable.</summary>
    public LineShape Melisma(LineShape shape, RandomStream random)
    {
        var last = shape.Slots.Length - 1;
        var turn = WordsKnob.Turn(direction.Brief);
        if (shape.Lengths[last] < 6 || !random.Chance(WordsKnob.Falls(turn, direction.Style.Melody.Melisma)))
        {
            return shape;
        }

        var key = shape.Keys[last];
        var scale = direction.Key.MelodyDegrees.Select(degree => (degree + direction.Key.Tonic) % 12).ToArray();
        var upper = key + 1;
        while (!scale.Contains(upper % 12))
        {
            upper++;
        }

        return new LineShape(
            [.. shape.Slots, shape.Slots[last] + 2, shape.Slots[last] + 3],
            [.. shape.Lengths[..last], 2, 1, shape.Lengths[last] - 3],
            [.. shape.Keys, Math.Min(upper, _range.High), key],
            [.. shape.Syllables, shape.Syllables[last], shape.Syllables[last]]
        );
    }

    // The line before ends where its last note has sounded for an eighth; a section's first line follows the one before by habit.
    private int Free(PlannedSection section, int index, int start, LineShape? before)
    {
        if (before is null)
        {
            return start == 0 ? 0 : 4;
        }

        var bars = section.Lines[index].StartBar - section.Lines[index - 1].StartBar;
        return (bars * direction.Steps) - (before.Slots[^1] + Math.Min(before.Lengths[^1], 4) + 2);
    }

    private static double Lift(string kind) =>
        kind switch
        {
            "chorus" => 5.5,
            "pre-chorus" => 2,
            "bridge" => 2.5,
            _ => 0,
        };

    private static IEnumerable<double> Stresses(SungWord word) =>
        word.Syllables.Select(syllable =>
            syllable.Stress switch
            {
                1 when word.IsEmphasised => 1.0,
                1 when word.IsContent => word.Syllables.Length > 1 ? 1.0 : 0.7,
                2 when word.IsContent || word.IsEmphasised => 0.3,
                0 when word.Syllables.Length > 1 => -0.9,
                _ => -0.6,
            }
        );
}
