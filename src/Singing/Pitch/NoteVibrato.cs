using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Singing;

/// <summary>The vibrato of one note: a sine whose depth follows a shape and whose rate rises a little towards the end (Prame 1994).</summary>
internal sealed class NoteVibrato
{
    private const double UsualDepth = 35;
    private const double MostDepth = 75;
    private const double Shortest = 0.45;
    private const double FullLength = 0.9;
    private const double FadeOut = 0.1;
    private const double LastRise = 0.08;

    private readonly double _start;
    private readonly double _length;
    private readonly double _depth;
    private readonly double _rate;
    private readonly VibratoShape _shape;

    private NoteVibrato(SungNote note, double depth, double rate, VibratoShape shape)
    {
        (_start, _length) = (note.Start, note.End - note.Start);
        (_depth, _rate, _shape) = (depth, rate, shape);
    }

    /// <summary>Draws the vibrato of a note; the draws of one note do not depend on those of another.</summary>
    /// <param name="note">The note.</param>
    /// <param name="phrase">Depth asked for and effort.</param>
    /// <param name="colour">The singer's depth and rate.</param>
    /// <param name="random">The note's own stream.</param>
    public static NoteVibrato Draw(SungNote note, PhraseScore phrase, VoiceColour colour, RandomStream random)
    {
        var length = note.End - note.Start;
        var rate = colour.VibratoRate * (1 + 0.04 * random.NextNormal());
        var depth =
            UsualDepth * phrase.Vibrato * colour.Vibrato * (0.7 + 0.5 * phrase.Effort) * random.Next(0.85, 1.15);
        depth = Math.Min(MostDepth, depth * Math.Min(1, length / FullLength));
        return new NoteVibrato(
            note,
            depth,
            rate,
            length < Shortest ? VibratoShape.Straight : Shape(phrase, length, random)
        );
    }

    /// <summary>Cents at a time of the song in seconds.</summary>
    public double CentsAt(double time)
    {
        var since = time - _start;
        var share = Math.Clamp(since / _length, 0, 1);
        var strength = Strength(since, share) * Math.Clamp((_length - 0.03 - since) / FadeOut, 0, 1);
        if (strength <= 0)
        {
            return 0;
        }

        var turns = _rate * since * (1 + LastRise * share * share / 3);
        return _depth * strength * DeterministicMath.Sin(2 * Math.PI * turns);
    }

    /// <summary>Cents against the usual depth, for what swings with the pitch.</summary>
    public static double Relative(double cents) => cents / UsualDepth;

    private double Strength(double since, double share) =>
        _shape switch
        {
            VibratoShape.Delayed => Fade(since - Math.Min(0.25, 0.4 * _length), 0.25),
            VibratoShape.Early => Fade(since - 0.08, 0.15),
            VibratoShape.Growing => 1.1 * Math.Clamp((share - 0.15) / 0.85, 0, 1),
            VibratoShape.Late => Fade(since - Math.Min(0.6, 0.5 * _length), 0.3),
            VibratoShape.Fading => 1.1 * Fade(since - Math.Min(0.18, 0.3 * _length), 0.2) * (1 - 0.7 * share),
            _ => 0,
        };

    // Calm voices hold straight more often, but seldom for long; strong ones swing early or grow.
    private static VibratoShape Shape(PhraseScore phrase, double length, RandomStream random)
    {
        var straight = (0.08 + 0.22 * (1 - phrase.Effort)) * (length > FullLength ? 0.25 : 1);
        return random.NextUnit() switch
        {
            var x when x < straight => VibratoShape.Straight,
            var x when x < straight + 0.38 => VibratoShape.Delayed,
            var x when x < straight + 0.38 + 0.16 * phrase.Effort => VibratoShape.Early,
            var x when x < straight + 0.54 + 0.08 * phrase.Effort => VibratoShape.Growing,
            var x when x < 0.88 => VibratoShape.Late,
            _ => VibratoShape.Fading,
        };
    }

    private static double Fade(double since, double length) => Math.Clamp(since / length, 0, 1);
}
