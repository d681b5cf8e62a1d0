using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Chooses a progression for each kind of section, once a song, and lays it over the bars.</summary>
internal sealed class Harmoniser
{
    // Chance, at full colour, that the second four bars go another way than the first.
    private const double SecondHalf = 2.2;
    private readonly Direction _direction;
    private readonly RandomStream _random;
    private readonly ChordColours _colours;
    private readonly Dictionary<string, ImmutableArray<ImmutableArray<Chord>>> _byKind = new(StringComparer.Ordinal);

    public Harmoniser(Direction direction)
    {
        _direction = direction;
        _random = new RandomStream(direction.Brief.Material, "harmony");
        _colours = new ChordColours(direction, _random.Child("colours"));
    }

    /// <summary>The chords of the whole form, last chord included.</summary>
    public ImmutableArray<ChordSpan> Harmonise(FormPlan form)
    {
        var spans = ImmutableArray.CreateBuilder<ChordSpan>();
        var bar = _direction.Meter.TicksPerBar;
        var tick = 0;
        var dresser = new ChordDresser(_direction, _random.Child("dress"));
        for (var s = 0; s < form.Sections.Length && tick < form.LastChordTick; s++)
        {
            var section = form.Sections[s];
            var progression = Progression(section.Kind, KindFor(section, form.Sections, s));
            for (var i = 0; i < section.Bars && tick < form.LastChordTick; i++, tick += bar)
            {
                var next = i + 1 < section.Bars ? progression[(i + 1) % progression.Length][0] : After(form, s);
                var chords = dresser.Dress(
                    progression[i % progression.Length],
                    next,
                    $"{section.Kind} {i}",
                    i + 1 == section.Bars
                );
                var length = Math.Min(bar, form.LastChordTick - tick);
                for (var c = 0; c < chords.Length; c++)
                {
                    var from = Beat(length * c / chords.Length);
                    var to = Beat(length * (c + 1) / chords.Length);
                    if (to > from)
                    {
                        spans.Add(new ChordSpan(tick + from, to - from, chords[c].Transpose(section.Transpose)));
                    }
                }
            }
        }

        var lift = form.Sections.IsEmpty ? 0 : form.Sections[^1].Transpose;
        spans.Add(new ChordSpan(form.LastChordTick, form.LastChordLength, Tonic().Transpose(lift)));
        return spans.ToImmutable();
    }

    // The chord that the next section opens with; the tonic after the last.
    private Chord After(FormPlan form, int s) =>
        s + 1 < form.Sections.Length
            ? Progression(form.Sections[s + 1].Kind, KindFor(form.Sections[s + 1], form.Sections, s + 1))[0][0]
            : Tonic();

    private int Beat(int ticks) => ticks / _direction.Meter.TicksPerUnit * _direction.Meter.TicksPerUnit;

    // Where the style writes nothing of their own, an intro sounds like the verse it leads to, a break and an outro like the chorus.
    private string KindFor(PlannedSection section, ImmutableArray<PlannedSection> sections, int index) =>
        section.Kind switch
        {
            var kind when StyleProgressions.ContainsKey(kind) => kind,
            "intro" => index + 1 < sections.Length ? "verse" : "chorus",
            "inst" or "outro" => "chorus",
            var kind => kind,
        };

    // A dorian or mixolydian key takes its own progressions where the style writes some, else those of minor or major.
    private ImmutableDictionary<string, ImmutableArray<string>> StyleProgressions
    {
        get
        {
            var written = _direction.Style.Progressions;
            var plain = written[_direction.Key.IsMinor ? "minor" : "major"];
            var own = _direction.Key.Mode switch
            {
                Mode.Dorian => "dorian",
                Mode.Mixolydian => "mixolydian",
                _ => "",
            };
            return written.TryGetValue(own, out var modal) ? plain.SetItems(modal) : plain;
        }
    }

    private ImmutableArray<ImmutableArray<Chord>> Progression(string own, string kind)
    {
        if (FromBrief(own) is { } asked)
        {
            return _byKind[own] = asked;
        }

        if (!_byKind.TryGetValue(kind, out var bars))
        {
            bars = FromBrief(kind) ?? _colours.Of(FromStyle(kind), kind);
            _byKind[kind] = bars;
        }

        return bars;
    }

    private ImmutableArray<ImmutableArray<Chord>>? FromBrief(string kind)
    {
        var byKind = _direction.Brief.Chords;
        var bars = byKind.GetValueOrDefault(kind, byKind.GetValueOrDefault("", []));
        return bars.IsEmpty ? null : [.. bars.Select(bar => bar.Split(',').Select(Parse).ToImmutableArray())];
    }

    private static Chord Parse(string symbol) =>
        ChordSymbols.TryParse(symbol, out var chord)
            ? chord
            : throw new ArgumentException($"'{symbol}' is no chord symbol.", nameof(symbol));

    private ImmutableArray<ImmutableArray<Chord>> FromStyle(string kind)
    {
        var byKind = StyleProgressions;
        var choices = byKind.TryGetValue(kind, out var own) && !own.IsEmpty ? own : byKind["verse"];
        var text = _colours.Pick(choices, Read, _random.Child(kind));
        var bars = Read(text);
        var second = _random.Child(kind + "/second");
        var others = choices.Where(other => other != text && Read(other).Length == 4).ToList();
        if (bars.Length != 4 || others.Count == 0 || !second.Chance(SecondHalf * _direction.Style.Colour))
        {
            return bars;
        }

        var alike = others.Where(other => Read(other)[0][0] == bars[0][0]).ToList();
        return [.. bars, .. Read(second.Pick(alike.Count > 0 ? alike : others))];
    }

    private ImmutableArray<ImmutableArray<Chord>> Read(string text) =>
        [
            .. text.Split([' ', '|'], StringSplitOptions.RemoveEmptyEntries)
                .Select(bar =>
                    bar.Split(',')
                        .Select(numeral => ChordSymbols.FromNumeral(numeral, _direction.Key.Tonic))
                        .ToImmutableArray()
                ),
        ];

    private Chord Tonic()
    {
        var key = _direction.Key;
        foreach (
            var chord in _byKind
                .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .SelectMany(pair => pair.Value)
                .SelectMany(b => b)
        )
        {
            if (chord.Root == key.Tonic && chord.Bass == chord.Root && chord.Intervals.Contains(key.IsMinor ? 3 : 4))
            {
                return chord;
            }
        }

        return new Chord(key.Tonic, key.IsMinor ? ChordQuality.Minor : ChordQuality.Major, key.Tonic);
    }
}
