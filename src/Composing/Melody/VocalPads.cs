using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Two voices that hold a vowel under the lead and move with the chords, each to the chord note that is nearest.</summary>
internal sealed class VocalPads(Direction direction, Harmony harmony)
{
    private const int Voices = 2;
    private const double LeastEffort = 0.3;

    /// <summary>The vowel of full sections.</summary>
    public static readonly SungWord Open = new("ah", false, [new Syllable(["aa"], 1)]);

    /// <summary>The vowel of quiet sections.</summary>
    public static readonly SungWord Closed = new("ooh", false, [new Syllable(["uw"], 1)]);

    /// <summary>Pads under the lines of a section.</summary>
    /// <param name="leads">Its lines in rising time.</param>
    /// <param name="vowel">What is held.</param>
    /// <param name="end">The section's end in ticks.</param>
    public IEnumerable<VocalPhrase> Under(ImmutableArray<VocalPhrase> leads, SungWord vowel, int end)
    {
        for (var i = 0; i < leads.Length; i++)
        {
            var to = Math.Min(end, i + 1 < leads.Length ? leads[i + 1].Notes[0].Tick : end);
            for (var voice = 0; voice < Voices && !leads[i].Rap; voice++)
            {
                if (Held(leads[i], voice, to) is { Length: > 0 } notes)
                {
                    yield return leads[i] with
                    {
                        Text = vowel.Text,
                        Words = [vowel],
                        Notes = notes,
                        Layer = VoiceLayer.Pad,
                        Effort = Math.Max(LeastEffort, 0.6 * leads[i].Effort),
                        Vibrato = 0.7 * leads[i].Vibrato,
                        TakeLine = ((leads[i].TakeLine ?? leads[i].Line) * Voices) + voice,
                    };
                }
            }
        }
    }

    // From the beat of the line's first note to a little after its last one, one note a chord.
    private ImmutableArray<VocalNote> Held(VocalPhrase lead, int voice, int to)
    {
        var from = lead.Notes[0].Tick / Ticks.PerQuarter * Ticks.PerQuarter;
        var sung = lead.Notes[^1].Tick + lead.Notes[^1].Length;
        to = Math.Min(to - Ticks.PerSixteenth, sung + direction.Meter.TicksPerBar / 2);
        var notes = ImmutableArray.CreateBuilder<VocalNote>();
        var key = Middle(voice);
        for (var tick = from; tick < to; )
        {
            var span = harmony.SpanAt(tick);
            var next = Math.Max(tick + Ticks.PerSixteenth, Math.Min(to, span.Tick + span.Length));
            next = to - next < Ticks.PerQuarter / 2 ? to : next;
            key = Nearest(span.Chord, key, voice);
            if (notes.Count > 0 && notes[^1].Key == key)
            {
                notes[^1] = notes[^1] with { Length = next - notes[^1].Tick };
            }
            else
            {
                notes.Add(new VocalNote(tick, next - tick, key, 0));
            }

            tick = next;
        }

        return notes.Sum(note => note.Length) < Ticks.PerQuarter ? [] : notes.ToImmutable();
    }

    // The upper voice about the middle of the singer's range, the other one a third to a fifth below.
    private int Middle(int voice)
    {
        var range = VocalRange.Of(direction.Brief.Gender ?? Gender.Female);
        return (range.Low + range.High) / 2 + (voice == 0 ? 2 : -3);
    }

    private int Nearest(Chord chord, int key, int voice)
    {
        var middle = Middle(voice);
        return Enumerable
            .Range(middle - 5, 11)
            .Where(chord.Contains)
            .DefaultIfEmpty(key)
            .OrderBy(other => Math.Abs(other - key) + 0.3 * Math.Abs(other - middle))
            .ThenBy(other => other)
            .First();
    }
}
