using System.Collections.Immutable;

namespace Troubadour.Music;

/// <summary>
/// A recording from elsewhere that is heard in a song. It begins with the song; what the song writes in its stretches is an estimate of what
/// it plays, so that edits know where they are.
/// </summary>
/// <param name="Id">Where it is kept, in the words of whoever keeps it.</param>
/// <param name="Spans">Where it is heard, in rising time, without overlaps; never empty.</param>
public sealed record Recording(string Id, ImmutableArray<RecordedSpan> Spans)
{
    /// <summary>A recording that is heard from start to end as it is.</summary>
    public static Recording Whole(string id) => new(id, [new RecordedSpan(0, int.MaxValue, RecordedSound.Whole)]);

    /// <summary>True when nothing else is heard.</summary>
    public bool IsWhole => Spans is [{ From: 0, To: int.MaxValue, Heard: RecordedSound.Whole }];

    /// <summary>True when the recorded instruments are heard at a tick.</summary>
    public bool HasBand(int tick) => At(tick) is not (null or RecordedSound.Voices);

    /// <summary>True when the recorded voices are heard at a tick.</summary>
    public bool HasVoices(int tick) => At(tick) is RecordedSound.Whole or RecordedSound.Through or RecordedSound.Voices;

    /// <summary>What is heard at a tick; null for nothing.</summary>
    public RecordedSound? At(int tick)
    {
        foreach (var span in Spans)
        {
            if (tick >= span.From && tick < span.To)
            {
                return span.Heard;
            }
        }

        return null;
    }

    /// <summary>The recording with a stretch left out; null when nothing is left.</summary>
    /// <param name="from">The stretch's first tick.</param>
    /// <param name="to">The first tick after it.</param>
    public Recording? Without(int from, int to) =>
        from >= to
            ? this
            : With(
                Spans.SelectMany(span =>
                    new[] { span with { To = Math.Min(span.To, from) }, span with { From = Math.Max(span.From, to) } }
                )
            );

    /// <summary>The recording up to a tick; null when it starts later.</summary>
    public Recording? Until(int tick) => Without(tick, int.MaxValue);

    /// <summary>Its voices alone, where they are heard; null where nobody is heard.</summary>
    public Recording? OnlyVoices() =>
        With(
            Spans
                .Where(span => span.Heard is RecordedSound.Whole or RecordedSound.Through or RecordedSound.Voices)
                .Select(span => span with { Heard = RecordedSound.Voices })
        );

    /// <summary>Its instruments alone, where they are heard; null where none is heard.</summary>
    public Recording? OnlyBand() =>
        With(
            Spans
                .Where(span => span.Heard is not RecordedSound.Voices)
                .Select(span => span.Heard == RecordedSound.Bed ? span : span with { Heard = RecordedSound.Band })
        );

    /// <summary>All of it as the bed of other voices; null when nothing of its instruments is heard.</summary>
    public Recording? AsBed() =>
        With(
            Spans
                .Where(span => span.Heard is not RecordedSound.Voices)
                .Select(span => span with { Heard = RecordedSound.Bed })
        );

    /// <summary>The recording, mixed and mastered anew where it was heard as it is.</summary>
    public Recording Mixed() =>
        this with
        {
            Spans =
            [
                .. Spans.Select(span =>
                    span.Heard == RecordedSound.Whole ? span with { Heard = RecordedSound.Through } : span
                ),
            ],
        };

    private Recording? With(IEnumerable<RecordedSpan> spans)
    {
        ImmutableArray<RecordedSpan> left = [.. spans.Where(span => span.From < span.To)];
        return left.IsEmpty ? null : this with { Spans = left };
    }
}
