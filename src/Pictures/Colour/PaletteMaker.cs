using Troubadour.Music;

namespace Troubadour.Pictures;

/// <summary>
/// Chooses colours: the key's place on the circle of fifths gives the hue, minor modes a darker ground, energy stronger colours.
/// Scriabin's and others' tables of keys and colours agree in nothing but that neighbours on the circle look alike; so do these.
/// </summary>
internal static class PaletteMaker
{
    private static readonly double[] Answers = [180, 150, -150, 120, -120, 60, -60];

    public static Palette Make(CoverFacts facts, RandomStream random)
    {
        var hue = Hue(facts.Key) + random.Next(-9, 9);
        var energy = facts.Energy;
        var dark = random.Chance(facts.Key.IsMinor ? 0.85 : 0.35);
        var chroma = 0.1 + 0.09 * energy + random.Next(-0.015, 0.015);
        var answer = hue + Answers[random.PickWeighted([3, 2.5, 2.5, 1.5, 1.5, 1.5, 1.5])] + random.Next(-8, 8);
        var side = random.Chance(0.5) ? 1 : -1;
        var turn = side * random.Next(9, 20);
        return dark ? Dark(facts, hue, chroma, answer, turn, random) : Light(facts, hue, chroma, answer, turn, random);
    }

    /// <summary>The hue of a key: twelve steps of 30 degrees round the circle of fifths, C in the yellow.</summary>
    public static double Hue(Key key)
    {
        var relative = key.IsMinor ? key.Tonic + 3 : key.Tonic;
        return (75 + 30.0 * (relative * 7 % 12) + (key.IsMinor ? 15 : 0)) % 360;
    }

    /// <summary>A hue that looks well in the dark: browns, olives and mud greens are turned to wine, night blue or pine.</summary>
    public static double Cool(double hue)
    {
        var h = ((hue % 360) + 360) % 360;
        return h is > 25 and < 85 ? 25 - (h - 25) * 0.6
            : h is >= 85 and < 175 ? 175 + (175 - h) * 0.9
            : h;
    }

    // Yellow is only yellow when it is light.
    private static double Yellow(double hue)
    {
        var away = Math.Abs(((hue - 100) % 360 + 540) % 360 - 180);
        return away < 45 ? 0.13 * (1 - away / 45) : 0;
    }

    private static Palette Dark(
        CoverFacts facts,
        double hue,
        double chroma,
        double answer,
        double turn,
        RandomStream random
    )
    {
        var ground = Cool(random.Chance(0.6) ? answer : hue);
        var light = (facts.Key.IsMinor ? 0.19 : 0.26) + random.Next(0, 0.07);
        return new Palette
        {
            IsDark = true,
            Ground = new Lch(light + 0.06, 0.035 + 0.3 * chroma, ground),
            Deep = new Lch(light - 0.06, 0.03 + 0.15 * chroma, ground + random.Next(-25, 25)),
            Ink = new Lch(0.95, 0.025, hue),
            Main = new Lch(0.7 + random.Next(-0.03, 0.05) + Yellow(hue), chroma, hue),
            Answer = new Lch(0.74 + random.Next(-0.05, 0.06) + Yellow(answer), chroma * 0.95, answer),
            Turn = turn,
        };
    }

    private static Palette Light(
        CoverFacts facts,
        double hue,
        double chroma,
        double answer,
        double turn,
        RandomStream random
    )
    {
        var paper = random.Chance(0.55);
        var light = (facts.Key.IsMinor ? 0.85 : 0.93) + random.Next(-0.02, 0.02);
        var ground = paper ? new Lch(light, 0.022, 80) : new Lch(light - 0.05, 0.055, answer);
        return new Palette
        {
            IsDark = false,
            Ground = ground,
            Deep = ground with { Light = ground.Light - 0.07, Chroma = ground.Chroma + 0.02 },
            Ink = new Lch(0.26, 0.05, hue + 180),
            Main = new Lch(0.63 + random.Next(-0.04, 0.05) + Yellow(hue), chroma * 1.05, hue),
            Answer = new Lch(0.53 + random.Next(-0.06, 0.06) + 1.3 * Yellow(answer), chroma, answer),
            Turn = turn,
        };
    }
}
