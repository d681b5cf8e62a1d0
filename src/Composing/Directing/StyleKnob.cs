using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// How strictly the words about style are followed (<see cref="SongBrief.StyleStrength"/>). Down: the words are a hint, the house's
/// middle of the road comes through and asked-for instruments stand back. Up: words weigh more, the style's own ways are stressed.
/// </summary>
internal sealed class StyleKnob(StyleLibrary library, SongBrief brief)
{
    private const string MiddleOfTheRoad = "pop";

    // At most this share of grooves, rows and progressions comes from the middle of the road.
    private const double Most = 0.6;
    private const double Farther = 0.2;
    private readonly double _turn = Knob.Turn(brief.StyleStrength);

    /// <summary>What words do: more of it when they were said, less when they were only guessed.</summary>
    public Effect Weigh(Effect effect, bool said) =>
        (_turn, said) switch
        {
            (0, _) or (< 0, false) => effect,
            (< 0, true) => effect.Scaled(1 + (0.8 * _turn)),
            (_, true) => effect.Scaled(1 + (0.4 * _turn)),
            _ => effect.Scaled(1 - (0.5 * _turn)),
        };

    /// <summary>The weights of styles: the likeliest likelier as the knob goes up.</summary>
    public double Weigh(double weight) =>
        _turn == 0 ? weight : Math.Pow(weight, _turn < 0 ? 1 + 0.5 * _turn : 1 + 3 * _turn);

    /// <summary>Where in the style's tempi the song lies: nearer to the middle as the knob goes up.</summary>
    public double Pace(double share) => _turn <= 0 ? share : Knob.Between(share, 0.5, 0.8 * _turn);

    /// <summary>The style, drawn to the middle of the road or away from it.</summary>
    public StyleSheet Bend(StyleSheet style)
    {
        var pop = library.Styles.GetValueOrDefault(MiddleOfTheRoad);
        if (_turn == 0 || pop is null || style.Id == MiddleOfTheRoad)
        {
            return style;
        }

        var bent = style with
        {
            Swing = Math.Clamp(Knob.Between(style.Swing, 0.5, Share), 0.5, Math.Max(style.Swing, 0.67)),
            Melody = Melody(style.Melody, pop.Melody),
            Colour = Math.Clamp(Knob.Between(style.Colour, pop.Colour, Share), 0, 0.9),
        };
        return Mixed(bent, pop);
    }

    /// <summary>Instruments that were asked for, farther in front or farther back.</summary>
    public StyleSheet Feature(StyleSheet style)
    {
        var asked = brief.Instruments.Select(name => name.Replace(' ', '-')).ToList();
        if (_turn == 0 || asked.Count == 0)
        {
            return style;
        }

        return style with
        {
            Parts =
            [
                .. style.Parts.Select(part =>
                    asked.Exists(name => part.Id == name || part.Id == name + "-line") ? Featured(part) : part
                ),
            ],
        };
    }

    private double Share => _turn < 0 ? -_turn * Most : -_turn * Farther;

    private PartSheet Featured(PartSheet part) =>
        part with
        {
            Mix = part.Mix with { GainDb = part.Mix.GainDb + (_turn < 0 ? 4 : 2.5) * _turn },
            Energy = _turn < 0 ? [Math.Max(part.Energy[0], -0.5 * _turn), part.Energy[1]] : [0, 1],
            Sections = _turn < 0 ? part.Sections : [],
        };

    private MelodySheet Melody(MelodySheet own, MelodySheet pop) =>
        own with
        {
            Density = Math.Clamp(Knob.Between(own.Density, pop.Density, Share), 0.5, 1.5),
            Syncopation = Unit(own.Syncopation, pop.Syncopation),
            Melisma = Unit(own.Melisma, pop.Melisma),
            Leaps = Unit(own.Leaps, pop.Leaps),
            Anticipation = Unit(own.Anticipation, pop.Anticipation),
            Pickups = Unit(own.Pickups, pop.Pickups),
        };

    private double Unit(double own, double pop) => Math.Clamp(Knob.Between(own, pop, Share), 0, 1);

    private StyleSheet Mixed(StyleSheet style, StyleSheet pop) =>
        style with
        {
            Tempo = [.. style.Tempo.Zip(pop.Tempo, (own, usual) => Knob.Between(own, usual, Math.Max(0, 0.6 * Share)))],
            Drums = Drums(style.Drums, pop.Drums),
            Bass = style.Bass is { } bass && pop.Bass is { } usual ? Rows(bass, usual) : style.Bass,
            Parts =
            [
                .. style.Parts.Select(part =>
                    part.Role == PartRole.Chords
                    && pop.Parts.FirstOrDefault(other => other.Role == part.Role) is { } like
                        ? Rows(part, like)
                        : part
                ),
            ],
            Progressions = style.Progressions.ToImmutableDictionary(
                pair => pair.Key,
                pair => pop.Progressions.TryGetValue(pair.Key, out var kinds) ? Kinds(pair.Value, kinds) : pair.Value
            ),
        };

    // An orchestra's kit has no use for a band's grooves.
    private DrumSheet Drums(DrumSheet own, DrumSheet pop) =>
        own.Kit == 48
            ? own
            : own with
            {
                Low = Grooves(own.Low, pop.Low),
                Mid = Grooves(own.Mid, pop.Mid),
                High = Grooves(own.High, pop.High),
                Looseness = Math.Clamp(Knob.Between(own.Looseness, pop.Looseness, Share), 0, 1),
            };

    private PartSheet Rows(PartSheet own, PartSheet pop) =>
        own with
        {
            Low = Rows(own.Low, pop.Low),
            Mid = Rows(own.Mid, pop.Mid),
            High = Rows(own.High, pop.High),
        };

    private ImmutableDictionary<string, ImmutableArray<string>> Kinds(
        ImmutableDictionary<string, ImmutableArray<string>> own,
        ImmutableDictionary<string, ImmutableArray<string>> pop
    ) =>
        own.ToImmutableDictionary(
            pair => pair.Key,
            pair =>
                pop.TryGetValue(pair.Key, out var usual)
                    ? _turn < 0
                        ? With(pair.Value, usual)
                        : Typical.Progressions(pair.Value, usual, _turn)
                    : pair.Value
        );

    private ImmutableArray<ImmutableDictionary<string, string>> Grooves(
        ImmutableArray<ImmutableDictionary<string, string>> own,
        ImmutableArray<ImmutableDictionary<string, string>> pop
    ) => _turn < 0 ? With(own, pop) : Typical.Grooves(own, pop, _turn);

    private ImmutableArray<string> Rows(ImmutableArray<string> own, ImmutableArray<string> pop) =>
        _turn < 0 ? With(own, pop) : Typical.Rows(own, pop, _turn);

    // So many of the others beside the own ones that they have their share of the choices.
    private ImmutableArray<T> With<T>(ImmutableArray<T> own, ImmutableArray<T> others)
    {
        if (own.IsEmpty || others.IsEmpty)
        {
            return own;
        }

        var count = (int)Math.Round(own.Length * Share / (1 - Share));
        return [.. own, .. Enumerable.Range(0, count).Select(i => others[i % others.Length])];
    }
}
