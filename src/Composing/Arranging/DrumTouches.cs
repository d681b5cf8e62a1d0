using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>How hard and how early or late each stroke is played: the drummer's habits, loosened or tightened by the style.</summary>
internal sealed class DrumTouches(Direction direction)
{
    private readonly DrumSheet _sheet = direction.Style.Drums;
    private readonly double _arm = Arm(direction);
    private readonly double _contrast = Math.Clamp(
        1.12 + 0.4 * new RandomStream(direction.Brief.Material, "drummer").Child("contrast").NextNormal(),
        0.3,
        1.6
    );

    // A drummer who plays at all freely keeps most of the habits.
    private double Freedom => _sheet.Looseness <= 0 ? 0 : 0.6 + 0.4 * _sheet.Looseness;

    /// <summary>Which of the three drums' habits a key follows: 0 kick, 1 snare, 2 hat.</summary>
    public static int ClassOf(int key) =>
        key switch
        {
            35 or 36 => 0,
            42 or 44 or 46 or 51 or 53 or 54 or 59 or 69 or 70 => 2,
            _ => 1,
        };

    /// <summary>The sixteenth of a bar in 4/4 that a tick corresponds to; in compound metres each pulse takes a quarter's place.</summary>
    public int Place(int tick)
    {
        var step = tick % direction.Meter.TicksPerBar / Ticks.PerSixteenth;
        if (!direction.Meter.IsCompound)
        {
            return step % 16;
        }

        int[] inside = [0, 1, 2, 1, 2, 3];
        return step / 6 % 4 * 4 + inside[step % 6];
    }

    /// <summary>The habits for a key; null for a machine.</summary>
    public DrumTouch? Of(int key) =>
        ClassOf(key) switch
        {
            0 => direction.Style.Drummer?.Kick,
            1 => direction.Style.Drummer?.Snare,
            _ => direction.Style.Drummer?.Hat,
        };

    /// <summary>Velocity of a written stroke before chance: X hard, x usual, o soft.</summary>
    public double Velocity(char letter, int key, int tick, double energy)
    {
        var touch = Of(key);
        if (touch is null)
        {
            var flat = letter switch
            {
                'X' => 106,
                'o' => 50,
                _ => 84,
            };
            return flat * Ring(key) * Whole(energy);
        }

        var time = ClassOf(key) == 2;
        var usual = touch.Stroke * 1.22;
        var level = letter switch
        {
            'X' => usual + _contrast * (touch.Accent * 1.05 - usual),
            'o' => usual + _contrast * ((time ? 0.82 * touch.Stroke : 1.6 * touch.Soft) - usual),
            _ => usual,
        };
        // The weak strokes of a hat row are already written weak.
        var force = time && letter == 'o' ? 1 : 1 + Freedom * (touch.Force[Place(tick)] - 1);
        return level * Even(touch, key) * force * Ring(key) * Whole(energy) * _arm;
    }

    /// <summary>Spread of a stroke's velocity against its mean.</summary>
    public double Varies(int key) => Of(key) is { } touch ? 0.95 * _contrast * Freedom * touch.Varies : 0;

    /// <summary>Mean milliseconds behind the beat.</summary>
    public double LateMs(int key, int tick) => Of(key) is { } touch ? Freedom * touch.LateMs[Place(tick)] : 0;

    /// <summary>Milliseconds of scatter.</summary>
    public double SpreadMs(int key) => Of(key) is { } touch ? Freedom * touch.SpreadMs : 0;

    // One drummer hits harder than another (Groove MIDI: a spread of 28 between performances), and every mood has its own. Background
    // music is asked for by words of force, so its drummers are more alike.
    private static double Arm(Direction direction)
    {
        var chance = new RandomStream(direction.Brief.Material, "drummer").NextNormal();
        return Math.Clamp(
            1 + (direction.Brief.IsVocal ? 0.11 : 0.05) * chance + 0.3 * direction.Effect.Energy,
            0.55,
            1.4
        );
    }

    // Families differ by who was recorded and on what kit: half of the way to all drummers' mean.
    private static double Even(DrumTouch touch, int key)
    {
        double[] every = [58, 72, 71];
        return 0.5 + 0.5 * every[ClassOf(key)] / touch.Stroke;
    }

    private static double Whole(double energy) => 0.78 + 0.32 * energy;

    // Cymbals and tambourines ring where the voice has its consonants: they are struck softer.
    private static double Ring(int key) => key is 51 or 53 or 54 or 59 ? 0.78 : 1;
}
