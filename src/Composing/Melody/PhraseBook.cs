using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Puts written lines at their places, one breath after the other.</summary>
internal sealed class PhraseBook(Direction direction, LineComposer lines, LineWishes wishes, RandomStream random)
{
    private const int Rest = 2 * Ticks.PerSixteenth;
    private readonly List<VocalPhrase> _phrases = [];

    // True while the last phrase is one that must stay as it is.
    private bool _stands;

    /// <summary>The phrases so far.</summary>
    public ImmutableArray<VocalPhrase> Phrases => [.. _phrases];

    /// <summary>Adds a line that is sung already, as it is; the line before it takes its breath in time.</summary>
    public void Keep(VocalPhrase phrase)
    {
        Shorten(phrase.Notes[0].Tick - Rest);
        _stands = true;
        _phrases.Add(phrase with { Line = _phrases.Count });
    }

    /// <summary>Adds a line of a section that starts at <paramref name="tick"/>.</summary>
    public void Add(FormPlan form, int s, int index, int tick, LineShape shape)
    {
        var line = form.Sections[s].Lines[index];
        var start = tick + line.StartBar * direction.Meter.TicksPerBar;
        var placed = Breathe(form, s, index, tick, start, shape);
        Shorten(start + placed.Slots[0] * Ticks.PerSixteenth - Rest);
        _stands = false;
        _phrases.Add(wishes.Phrase(form.Sections[s], line, placed, start, _phrases.Count));
    }

    // A line may have been written without knowing when the line before ends: it starts later where that one is still sung.
    private LineShape Breathe(FormPlan form, int s, int index, int tick, int start, LineShape shape)
    {
        var last = _phrases.Count > 0 ? _phrases[^1].Notes[^1] : default;
        var sung = last.Tick + (_stands ? last.Length : Math.Min(last.Length, Ticks.PerQuarter));
        var free = _phrases.Count == 0 ? 4 : (start - sung - Rest) / Ticks.PerSixteenth;
        if (shape.Slots[0] >= -free)
        {
            return shape;
        }

        var wish = wishes.For(form, s, index, tick, null) with
        {
            Pickup = Math.Max(0, free),
            Motif = shape,
            Relation = LineRelation.Repeat,
        };
        return lines.Write(wish, random.Child($"breathe {s} {index}"));
    }

    // A line that starts early takes its breath from the end of the line before.
    private void Shorten(int until)
    {
        if (_phrases.Count == 0 || _stands)
        {
            return;
        }

        var notes = _phrases[^1].Notes;
        var last = notes[^1];
        if (last.Tick + last.Length > until && until > last.Tick)
        {
            _phrases[^1] = _phrases[^1] with
            {
                Notes = notes.SetItem(notes.Length - 1, last with { Length = until - last.Tick }),
            };
        }
    }
}
