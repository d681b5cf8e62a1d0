using System.Collections.Immutable;
using System.Globalization;
using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// The form that a caller wrote down: its sections in its order with exactly its bars, or with the whole bars nearest to its
/// seconds. With a duration the tempo gives way (40 to 240), unless it was asked for too.
/// </summary>
internal sealed class ExactForm(Direction direction, FormClock clock, LineFitter fitter)
{
    private const double Slowest = 40;
    private const double Fastest = 240;

    // How much shorter or longer than natural the ring-out may make a song whose tempo and bars are both fixed.
    private const double ShorterBy = 1.4;
    private const double LongerBy = 2;
    private const double SameLength = 0.5;
    private readonly ImmutableArray<SegmentBrief> _segments = direction.Brief.Segments;

    /// <summary>True when sections are asked for.</summary>
    public static bool IsAsked(SongBrief brief) => !brief.Segments.IsEmpty;

    private bool IsInSeconds => _segments.All(segment => segment is { Bars: null, Seconds: not null });

    /// <summary>Plans it.</summary>
    /// <param name="lyrics">A lyric section for each asked-for one; empty for an instrumental.</param>
    /// <exception cref="BriefRefusedException">Words, bars, seconds and tempo exclude each other.</exception>
    public FormPlan Plan(ImmutableArray<LyricSection> lyrics)
    {
        var lengths = new SectionBars(direction, fitter, lyrics);
        if (lengths.HasFree && direction.Brief.Seconds is { } seconds)
        {
            return Filling(lyrics, lengths, seconds);
        }

        var crowded = "";
        foreach (var bpm in Tempos(lengths))
        {
            var bars = IsInSeconds ? BarsOfSeconds(bpm) : lengths.Usual(bpm);
            if (Sections(lyrics, bars, bpm, ref crowded) is not { } sections)
            {
                continue;
            }

            var tooLong = lengths.HasFree && clock.NaturalSeconds(bars.Sum(), bpm) > direction.Brief.MostSeconds;
            return tooLong
                ? Filling(lyrics, lengths, direction.Brief.MostSeconds)
                : Time(Energies.Set(sections, direction), bpm);
        }

        throw new BriefRefusedException(crowded);
    }

    // Sections without a length take the bars that the duration leaves, at the preferred tempo or a faster one.
    private FormPlan Filling(ImmutableArray<LyricSection> lyrics, SectionBars lengths, double seconds)
    {
        var crowded = "";
        var fastest = direction.FastestBpm;
        double[] tempos = direction.Brief.Bpm is { } asked
            ? [asked]
            :
            [
                direction.PreferredBpm,
                (direction.PreferredBpm + fastest) / 2,
                .. ((double[])[1, 1.1, 1.2, 1.3, 1.4]).Select(factor => Math.Min(Fastest, fastest * factor)),
            ];
        foreach (var bpm in tempos)
        {
            if (
                lengths.Filling(clock.Bars(seconds, bpm), bpm) is { } bars
                && Sections(lyrics, bars, bpm, ref crowded) is { } sections
            )
            {
                var (low, high) = direction.Brief.Bpm is null ? (direction.SlowestBpm, fastest) : (bpm, bpm);
                var energetic = Energies.Set(sections, direction);
                return clock.FitWithin(energetic, seconds, Math.Min(low, bpm), Math.Max(high, bpm), bpm);
            }
        }

        var least = lengths.Least(tempos[^1]).Sum();
        throw Refused(
            $"structure: the sections need at least {clock.SecondsFor(least, tempos[^1]):F0} seconds at {tempos[^1]:0.#} bpm and hold at most 64 bars each; duration is {seconds:0.#}."
        );
    }

    // The tempos to try: what the duration forces, what was asked for, or the style's own and slower ones, in which words have more room.
    private IEnumerable<double> Tempos(SectionBars lengths)
    {
        var brief = direction.Brief;
        if (brief.Bpm is { } asked)
        {
            return [asked];
        }

        if (brief.Seconds is { } seconds && !IsInSeconds)
        {
            return [Forced(lengths, seconds)];
        }

        var slowest = direction.SlowestBpm;
        double[] steps = [0, 0.25, 0.5, 0.75, 1];
        return
        [
            .. steps.Select(step => direction.PreferredBpm + step * (slowest - direction.PreferredBpm)),
            .. ((double[])[0.92, 0.84, 0.76, 0.7]).Select(factor => Math.Max(Slowest, slowest * factor)),
        ];
    }

    private double Forced(SectionBars lengths, double seconds)
    {
        // Sections in seconds have more bars at a faster tempo: a few rounds settle it.
        var bpm = direction.PreferredBpm;
        for (var round = 0; round < 4; round++)
        {
            bpm = clock.BpmFor(lengths.Usual(bpm).Sum(), seconds);
            if (bpm is < Slowest or > Fastest)
            {
                var bars = lengths.Usual(Math.Clamp(bpm, Slowest, Fastest)).Sum();
                throw Refused(
                    $"structure has {bars} bars, which last {clock.NaturalSeconds(bars, Fastest):F0} to {clock.NaturalSeconds(bars, Slowest):F0} seconds at {Fastest} to {Slowest} bpm; duration is {seconds:0.#}."
                );
            }
        }

        return bpm;
    }

    // Each boundary lies at the bar line nearest to its second.
    private int[] BarsOfSeconds(double bpm)
    {
        var total = _segments.Sum(segment => segment.Seconds!.Value);
        if (direction.Brief.Seconds is { } asked && Math.Abs(asked - total) > SameLength)
        {
            throw Refused($"structure lasts {total:0.#} seconds together, but duration is {asked:0.#}.");
        }

        var whole = Math.Max(_segments.Length, clock.Bars(total, bpm));
        var bars = new int[_segments.Length];
        var (start, used) = (0.0, 0);
        for (var i = 0; i < bars.Length; i++)
        {
            start += _segments[i].Seconds!.Value;
            var until =
                i == bars.Length - 1 ? whole : Math.Min(whole, (int)Math.Round(start / direction.BarSeconds(bpm)));
            bars[i] = Math.Max(1, until - used);
            used = Math.Max(used, until);
        }

        return bars;
    }

    private ImmutableArray<PlannedSection>? Sections(
        ImmutableArray<LyricSection> lyrics,
        int[] bars,
        double bpm,
        ref string crowded
    )
    {
        var sections = ImmutableArray.CreateBuilder<PlannedSection>();
        for (var i = 0; i < bars.Length; i++)
        {
            var words = lyrics.IsEmpty || lyrics[i].IsInstrumental ? null : lyrics[i];
            var lines = words is null ? [] : fitter.FitInto(words, bpm, bars[i], out _);
            if (lines is null)
            {
                fitter.FitInto(words!, bpm, bars[i], out var least);
                crowded = string.Create(
                    CultureInfo.InvariantCulture,
                    $"structure: the words of section {i + 1} ({_segments[i].Name}) need {least} bars at {bpm:0.#} bpm; it has {bars[i]}."
                );
                return null;
            }

            sections.Add(new PlannedSection(_segments[i].Name, lines.Value, bars[i], words is null ? -1 : i));
        }

        return sections.ToImmutable();
    }

    private FormPlan Time(ImmutableArray<PlannedSection> sections, double bpm)
    {
        var bars = sections.Sum(section => section.Bars);
        var natural = clock.NaturalSeconds(bars, bpm);
        if (IsInSeconds)
        {
            return TimeOfSeconds(sections, bars, bpm);
        }

        if (direction.Brief.Seconds is not { } seconds)
        {
            return natural <= direction.Brief.MostSeconds
                ? clock.Natural(sections, bpm)
                : throw Refused(
                    $"structure lasts {natural:F0} seconds at {bpm:0.#} bpm; at most {direction.Brief.MostSeconds} are allowed."
                );
        }

        if (direction.Brief.Bpm is not null && (seconds < natural - ShorterBy || seconds > natural + LongerBy))
        {
            throw Refused(
                $"structure lasts {natural:F1} seconds at {bpm:0.#} bpm, but duration is {seconds:0.#}; leave out bpm or duration, or ask for {Math.Ceiling(natural - ShorterBy)} to {Math.Floor(natural + LongerBy)} seconds."
            );
        }

        return clock.FitWithin(sections, seconds, bpm, bpm, bpm);
    }

    private FormPlan TimeOfSeconds(ImmutableArray<PlannedSection> sections, int bars, double bpm)
    {
        var total = direction.Brief.Seconds ?? _segments.Sum(segment => segment.Seconds!.Value);
        if (clock.SlowestFor(bars, total) > (direction.Brief.Bpm + 1e-6 ?? Fastest))
        {
            throw Refused(
                $"structure: {sections.Length} sections of at least a bar and an ending do not fit in {total:0.#} seconds at {direction.Brief.Bpm ?? Fastest:0.#} bpm."
            );
        }

        var free = direction.Brief.Bpm is null;
        var slowest = free ? Math.Min(direction.SlowestBpm, bpm) : bpm;
        return clock.FitWithin(sections, total, slowest, free ? Math.Max(direction.FastestBpm, bpm) : bpm, bpm);
    }

    private static BriefRefusedException Refused(FormattableString sentence) =>
        new(sentence.ToString(CultureInfo.InvariantCulture));
}
