using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// Adds voices around the lead where style and section ask for them, more from chorus to chorus: doubles at once, then a harmony above, then
/// one below, an octave in the last chorus, and held vowels on the chords in the sections that the style names.
/// </summary>
internal sealed class BackingVocals(Direction direction, Harmony harmony)
{
    private readonly VocalRange _range = VocalRange.Of(direction.Brief.Gender ?? Gender.Female);

    /// <summary>The phrases of all layers: the leads first, then what is added to them.</summary>
    public ImmutableArray<VocalPhrase> Add(ImmutableArray<VocalPhrase> leads, FormPlan form)
    {
        var all = leads.ToBuilder();
        var pads = new VocalPads(direction, harmony);
        var last = form.Sections.Count(section => section.Kind == "chorus");
        var choruses = 0;
        var tick = 0;
        foreach (var section in form.Sections)
        {
            var end = tick + section.Bars * direction.Meter.TicksPerBar;
            choruses += section.Kind == "chorus" ? 1 : 0;
            ImmutableArray<VocalPhrase> inside =
            [
                .. leads.Where(p =>
                    p.Notes[0].Tick >= tick - direction.Meter.TicksPerBar / 2
                    && p.Notes[^1].Tick < end
                    && p.Notes[^1].Tick >= tick
                ),
            ];
            if (section.Kind == "chorus")
            {
                all.AddRange(inside.SelectMany(phrase => Around(phrase, choruses, last)));
            }

            if (direction.Style.Vocal.Pads.Contains(section.Kind) && (section.Kind != "chorus" || choruses > 1))
            {
                all.AddRange(pads.Under(inside, section.Kind == "chorus" ? VocalPads.Open : VocalPads.Closed, end));
            }

            tick = end;
        }

        return all.ToImmutable();
    }

    private IEnumerable<VocalPhrase> Around(VocalPhrase phrase, int chorus, int last)
    {
        var style = direction.Style.Vocal;
        if (style.Doubles)
        {
            yield return phrase with
            {
                Layer = VoiceLayer.DoubleLeft,
            };
            yield return phrase with
            {
                Layer = VoiceLayer.DoubleRight,
            };
        }

        var first = DetailKnob.FirstHarmony(direction.Brief);
        if (style.Harmony && chorus >= first && !phrase.Rap)
        {
            var isHigh = phrase.Notes.Max(note => note.Key) + 4 <= _range.High + 2;
            yield return Third(phrase, VoiceLayer.Harmony, isBelow: !isHigh);
            if (isHigh && chorus > first)
            {
                yield return Third(phrase, VoiceLayer.LowHarmony, isBelow: true);
            }
        }

        if (style.Octave && chorus == last && chorus > 1 && Octave(phrase) is { } octave)
        {
            yield return octave;
        }
    }

    // The chord note or scale note a third or fourth beside the tune.
    private VocalPhrase Third(VocalPhrase phrase, VoiceLayer layer, bool isBelow) =>
        phrase with
        {
            Layer = layer,
            Notes = [.. phrase.Notes.Select(note => note with { Key = Partner(note, isBelow) })],
            Effort = phrase.Effort * 0.8,
        };

    // Below where a voice gets there, else above.
    private VocalPhrase? Octave(VocalPhrase phrase)
    {
        var shift =
            phrase.Notes.Min(note => note.Key) - 12 >= _range.Low - 7 ? -12
            : phrase.Notes.Max(note => note.Key) + 12 <= _range.High + 5 ? 12
            : 0;
        return shift == 0
            ? null
            : phrase with
            {
                Layer = VoiceLayer.Octave,
                Notes = [.. phrase.Notes.Select(note => note with { Key = note.Key + shift })],
                Effort = phrase.Effort * 0.8,
            };
    }

    private int Partner(VocalNote note, bool below)
    {
        var chord = harmony.At(note.Tick);
        int[] steps = below ? [-3, -4, -5] : [3, 4, 5];
        foreach (var step in steps)
        {
            if (chord.Contains(note.Key + step))
            {
                return note.Key + step;
            }
        }

        var scale = direction.Key.Degrees.Select(degree => (degree + direction.Key.Tonic) % 12).ToArray();
        return note.Key + steps.FirstOrDefault(step => scale.Contains((note.Key + step) % 12), steps[0]);
    }
}
