using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Lays the chords that a song has for a kind of section under new sections of that kind.</summary>
internal sealed class SourceHarmony(SourceSong source)
{
    private readonly Song _song = source.Song;

    /// <summary>The chords of a form of which the bars before <paramref name="from"/> stand.</summary>
    /// <param name="written">Chords written for the whole form, for what the source does not have.</param>
    /// <param name="form">The form.</param>
    /// <param name="from">First tick of what is new.</param>
    /// <param name="asked">Chords asked for by kind, which go before the source's.</param>
    public Harmony GoOn(
        ImmutableArray<ChordSpan> written,
        FormPlan form,
        int from,
        ImmutableSortedDictionary<string, ImmutableArray<string>> asked
    )
    {
        var spans = ImmutableArray.CreateBuilder<ChordSpan>();
        spans.AddRange(Within(_song.Chords, 0, from));
        var tick = 0;
        foreach (var section in form.Sections)
        {
            var end = tick + section.Bars * source.Bar;
            if (tick >= from)
            {
                var own = asked.ContainsKey(section.Kind) || asked.ContainsKey("") ? [] : Like(section, tick);
                spans.AddRange(Within(own.IsEmpty ? written : own, tick, Math.Min(end, form.LastChordTick)));
            }

            tick = end;
        }

        spans.Add(written[^1]);
        return new Harmony(spans.ToImmutable());
    }

    // The bars of the source's longest section of the kind, round and round; its last bar leads on, so it comes last.
    private ImmutableArray<ChordSpan> Like(PlannedSection section, int tick)
    {
        var like = _song.Sections.Where(other => other.Kind == section.Kind).MaxBy(other => other.Length);
        var bars = (like?.Length ?? 0) / source.Bar;
        if (like is null || bars == 0)
        {
            return [];
        }

        var spans = ImmutableArray.CreateBuilder<ChordSpan>();
        for (var bar = 0; bar < section.Bars; bar++)
        {
            var last = bar == section.Bars - 1 && bars % 2 == section.Bars % 2 && bars > 1;
            var from = like.Tick + (last ? bars - 1 : bar % bars) * source.Bar;
            foreach (var span in Within(_song.Chords, from, from + source.Bar))
            {
                spans.Add(
                    new ChordSpan(
                        tick + bar * source.Bar + span.Tick - from,
                        span.Length,
                        span.Chord.Transpose(section.Transpose - like.Transpose)
                    )
                );
            }
        }

        return spans.ToImmutable();
    }

    private static IEnumerable<ChordSpan> Within(ImmutableArray<ChordSpan> spans, int from, int to)
    {
        foreach (var span in spans)
        {
            var start = Math.Max(from, span.Tick);
            var end = Math.Min(to, span.Tick + span.Length);
            if (end > start)
            {
                yield return new ChordSpan(start, end - start, span.Chord);
            }
        }
    }
}
