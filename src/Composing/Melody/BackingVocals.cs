using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Adds doubles and a harmony line to the lead voice where the sections are full enough.</summary>
internal sealed class BackingVocals(Direction direction, Harmony harmony)
{
    /// <summary>The phrases of all layers: the leads first, then what is added to them.</summary>
    public ImmutableArray<VocalPhrase> Add(ImmutableArray<VocalPhrase> leads, FormPlan form)
    {
        var all = leads.ToBuilder();
        var style = direction.Style.Vocal;
        var choruses = 0;
        var tick = 0;
        foreach (var section in form.Sections)
        {
            var end = tick + section.Bars * direction.Meter.TicksPerBar;
            choruses += section.Kind == "chorus" ? 1 : 0;
            var inside = leads.Where(p =>
                p.Notes[0].Tick >= tick - direction.Meter.TicksPerBar / 2
                && p.Notes[^1].Tick < end
                && p.Notes[^1].Tick >= tick
            );
            foreach (var phrase in inside.Where(_ => section.Kind == "chorus"))
            {
                if (style.Doubles)
                {
                    all.Add(phrase with { Layer = VoiceLayer.DoubleLeft });
                    all.Add(phrase with { Layer = VoiceLayer.DoubleRight });
                }

                if (style.Harmony && choruses >= DetailKnob.FirstHarmony(direction.Brief) && !phrase.Rap)
                {
                    all.Add(
                        phrase with
                        {
                            Layer = VoiceLayer.Harmony,
                            Notes = Third(phrase),
                            Effort = phrase.Effort * 0.8,
                        }
                    );
                }
            }

            tick = end;
        }

        return all.ToImmutable();
    }

    // The chord note or scale note a third or fourth above; below where the voice would go too high.
    private ImmutableArray<VocalNote> Third(VocalPhrase phrase)
    {
        var range = VocalRange.Of(direction.Brief.Gender ?? Gender.Female);
        var below = phrase.Notes.Max(note => note.Key) + 4 > range.High + 2;
        return [.. phrase.Notes.Select(note => note with { Key = Partner(note, below) })];
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
