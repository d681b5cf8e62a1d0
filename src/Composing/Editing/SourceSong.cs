using System.Collections.Immutable;
using System.Globalization;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>A song that is edited, as an editor needs to see it: its bars, where its ending starts, its lines on the written grid.</summary>
internal sealed class SourceSong
{
    // A line may begin so many sixteenths before its first bar.
    private const int Pickup = 4 * Ticks.PerSixteenth;
    private const int LongestRitardBars = 3;
    private readonly Swing _swing;
    private readonly StyleSheet? _groove;

    /// <summary>Looks at a song.</summary>
    /// <exception cref="BriefRefusedException">It has no sections or no chords.</exception>
    public SourceSong(Song song, StyleLibrary library)
    {
        if (song.Sections.IsEmpty || song.Chords.IsEmpty)
        {
            throw new BriefRefusedException("this clip has no sections or no chords: it cannot be edited.");
        }

        Song = song;
        _groove = library.Styles.GetValueOrDefault(song.Groove ?? song.Style);
        _swing = _groove is null ? Swing.None : Swing.Of(_groove);
        Map = new TimeMap(song.Tempos);
        Bar = song.Meter.TicksPerBar;
        End = song.Sections[^1].Tick + song.Sections[^1].Length;
        Leads =
        [
            .. song
                .Vocals.Where(phrase => phrase.Layer == VoiceLayer.Lead && !phrase.Notes.IsEmpty)
                .OrderBy(phrase => phrase.Notes[0].Tick)
                .Select(Straight),
        ];
    }

    public Song Song { get; }

    public TimeMap Map { get; }

    /// <summary>Ticks of a bar.</summary>
    public int Bar { get; }

    /// <summary>Where the last chord starts.</summary>
    public int End { get; }

    /// <summary>The lead phrases on the written grid, in rising time.</summary>
    public ImmutableArray<VocalPhrase> Leads { get; }

    /// <summary>The last bar line before the song's ending, its ritard included.</summary>
    public int EndingStart
    {
        get
        {
            var tempos = Song.Tempos;
            var first = tempos.Length;
            while (
                first > 1
                && tempos[first - 1].Tick >= End - LongestRitardBars * Bar
                && tempos[first - 1].QuartersPerMinute < tempos[first - 2].QuartersPerMinute
            )
            {
                first--;
            }

            return (first < tempos.Length ? Math.Min(End, tempos[first].Tick) : End) / Bar * Bar;
        }
    }

    /// <summary>The bars of the lines of each kind of section, as its first one that is sung has them.</summary>
    public IReadOnlyDictionary<string, ImmutableArray<int>> LineBars
    {
        get
        {
            var bars = new SortedDictionary<string, ImmutableArray<int>>(StringComparer.Ordinal);
            foreach (var section in Song.Sections)
            {
                var end = section.Tick + section.Length;
                var lines = Planned(section, end, LeadsIn(section.Tick, end)).Lines;
                if (!lines.IsEmpty)
                {
                    bars.TryAdd(section.Kind, [.. lines.Select(line => line.Bars)]);
                }
            }

            return bars;
        }
    }

    /// <summary>Seconds of the song at which its clip starts.</summary>
    public double ClipStart => Map.SecondsAt(Song.From);

    /// <summary>Length of its clip.</summary>
    public double ClipSeconds => Song.Seconds - ClipStart;

    /// <summary>The bar line nearest to a moment of the clip.</summary>
    public int BarLine(double clipSeconds)
    {
        var seconds = clipSeconds + ClipStart;
        var before = (int)Math.Floor(Map.TickAt(seconds) / Bar) * Bar;
        return seconds - Map.SecondsAt(before) <= Map.SecondsAt(before + Bar) - seconds ? before : before + Bar;
    }

    /// <summary>True when somebody plays or sings in the last beat before a bar line, what a join there cuts left out.</summary>
    public bool IsHeldUntil(int tick)
    {
        var beat = Song.Meter.TicksPerPulse;
        bool Sounds(int start, int length) => start < tick - (beat / 8) && start + length > tick - beat;
        return Song.Parts.Any(part => part.Notes.Any(note => Sounds(note.Tick, note.Length)))
            || Leads
                .Select(phrase => SungLines.Cut(phrase, tick))
                .OfType<VocalPhrase>()
                .Any(phrase => phrase.Notes.Any(note => Sounds(note.Tick, note.Length)));
    }

    /// <summary>Pulses a minute at a tick.</summary>
    public double BpmAt(int tick) =>
        Song.Tempos.Last(change => change.Tick <= tick).QuartersPerMinute * Ticks.PerQuarter / Song.Meter.TicksPerPulse;

    /// <summary>Refuses a moment that is not in the clip.</summary>
    /// <exception cref="BriefRefusedException">It is negative, no number or after the clip's end.</exception>
    public void CheckMoment(double clipSeconds, string name)
    {
        if (!(clipSeconds >= 0 && clipSeconds <= ClipSeconds + 0.5))
        {
            throw new BriefRefusedException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name} must lie in the clip, 0 to {ClipSeconds:0.##} seconds."
                )
            );
        }
    }

    /// <summary>The middle of a phrase: the section it lies in is the one it belongs to.</summary>
    public static int Middle(VocalPhrase phrase) =>
        (phrase.Notes[0].Tick + phrase.Notes[^1].Tick + phrase.Notes[^1].Length) / 2;

    /// <summary>The lead phrases that belong to [from, to).</summary>
    public IEnumerable<VocalPhrase> LeadsIn(int from, int to) =>
        Leads.Where(phrase => Middle(phrase) >= from && (Middle(phrase) < to || to >= End));

    /// <summary>The section at a tick; the first or last one outside the form.</summary>
    public SongSection SectionAt(int tick) =>
        Song.Sections.FirstOrDefault(section => tick < section.Tick + section.Length) ?? Song.Sections[^1];

    /// <summary>Seconds of the clip at a tick.</summary>
    public double Seconds(int tick) => Map.SecondsAt(tick) - ClipStart;

    /// <summary>The song's own form, its sections planned otherwise, at its own tempos.</summary>
    public FormPlan Form(ImmutableArray<PlannedSection> sections, double bpm) =>
        new(
            sections,
            bpm,
            Song.Tempos,
            Song.Brief.Ends ? "ring" : FormClock.Cut,
            End,
            Math.Max(1, Song.Chords[^1].Length),
            Song.Seconds
        );

    /// <summary>A stretch of a section with its lines, all as they are sung.</summary>
    public PlannedSection Planned(SongSection section, int end, IEnumerable<VocalPhrase> phrases)
    {
        var bars = Math.Max(1, (end - section.Tick + Bar - 1) / Bar);
        var missing = Math.Max(0, section.Tick + bars * Bar - End) / Ticks.PerSixteenth;
        var lines = Lines(section.Tick, bars, [.. phrases]);
        return new PlannedSection(
            section.Kind,
            // The bar in which a song breaks off is no whole one.
            missing == 0
            || lines.IsEmpty
                ? lines
                : lines.SetItem(lines.Length - 1, lines[^1] with { Left = missing }),
            bars,
            -1,
            section.Energy,
            section.Transpose
        );
    }

    /// <summary>Lines of phrases at their bars of a section that starts at <paramref name="tick"/>.</summary>
    public ImmutableArray<PlannedLine> Lines(int tick, int bars, ImmutableArray<VocalPhrase> phrases)
    {
        var starts = new int[phrases.Length + 1];
        starts[^1] = bars;
        for (var i = 0; i < phrases.Length; i++)
        {
            // A line that starts late in a bar may be one that starts early for the next: lines are spread evenly.
            var first = phrases[i].Notes[0].Tick - tick;
            var even = (double)i * bars / phrases.Length;
            var (late, early) = (first / Bar, (first + Pickup) / Bar);
            var bar = Math.Abs(late - even) <= Math.Abs(early - even) ? late : early;
            starts[i] = Math.Clamp(bar, i > 0 ? starts[i - 1] : 0, bars - 1);
        }

        return
        [
            .. phrases.Select(
                (phrase, i) =>
                    new PlannedLine(
                        phrase.Text,
                        phrase.Words,
                        phrase.Words.Sum(word => word.Syllables.Length),
                        starts[i],
                        Math.Max(1, starts[i + 1] - starts[i])
                    )
                    {
                        Given = phrase,
                        Delivery = Deliveries.Of(phrase),
                    }
            ),
        ];
    }

    /// <summary>The choices with the song's own swing: who joins swings as those do who stay.</summary>
    public Direction InTime(Direction direction) =>
        direction with
        {
            Style = direction.Style with
            {
                Swing = _groove?.Swing ?? 0.5,
                SwingUnit = _groove?.SwingUnit ?? direction.Style.SwingUnit,
            },
        };

    /// <summary>As <see cref="InTime"/> where the song's swing is not its style's.</summary>
    public Direction InGroove(Direction direction) => Song.Groove is null ? direction : InTime(direction);

    /// <summary>A played tick on the written grid.</summary>
    public int Straight(int tick) => _swing.Straight(tick);

    private VocalPhrase Straight(VocalPhrase phrase) =>
        phrase with
        {
            Notes =
            [
                .. phrase.Notes.Select(note =>
                {
                    var start = _swing.Straight(note.Tick);
                    return note with { Tick = start, Length = _swing.Straight(note.Tick + note.Length) - start };
                }),
            ],
        };
}
