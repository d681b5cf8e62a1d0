using System.Collections.Immutable;

namespace Troubadour.Composing;

/// <summary>What a genre, mood or theme does to a style: the shape of an entry in the values files.</summary>
public sealed record Effect
{
    /// <summary>No effect.</summary>
    public static Effect None { get; } = new();

    /// <summary>Styles it speaks for, by weight (instrumental genres and themes).</summary>
    public ImmutableDictionary<string, double> Styles { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>The measured feature on which the word shows most; a name of <see cref="ValueFeatures"/>.</summary>
    public string Feature { get; init; } = "";

    /// <summary>Factor on the tempo.</summary>
    public double Tempo { get; init; } = 1;

    /// <summary>-1 major to 1 minor.</summary>
    public double Minor { get; init; }

    /// <summary>Added to the energy of every section.</summary>
    public double Energy { get; init; }

    /// <summary>Added to the density of tunes and accompaniment.</summary>
    public double Density { get; init; }

    /// <summary>Semitones added to the register of tunes.</summary>
    public double Register { get; init; }

    /// <summary>Decibels of master tilt.</summary>
    public double BrightDb { get; init; }

    /// <summary>Decibels added to every reverb send.</summary>
    public double ReverbDb { get; init; }

    /// <summary>Factor on note lengths.</summary>
    public double Length { get; init; } = 1;

    /// <summary>Added to velocities.</summary>
    public double Velocity { get; init; }

    /// <summary>The mean of several effects; none for an empty list.</summary>
    public static Effect Blend(IReadOnlyCollection<Effect> effects)
    {
        ArgumentNullException.ThrowIfNull(effects);
        if (effects.Count == 0)
        {
            return None;
        }

        return new Effect
        {
            Tempo = effects.Average(e => e.Tempo),
            Minor = effects.Average(e => e.Minor),
            Energy = effects.Average(e => e.Energy),
            Density = effects.Average(e => e.Density),
            Register = effects.Average(e => e.Register),
            BrightDb = effects.Average(e => e.BrightDb),
            ReverbDb = effects.Average(e => e.ReverbDb),
            Length = effects.Average(e => e.Length),
            Velocity = effects.Average(e => e.Velocity),
        };
    }

    /// <summary>Both effects at once: factors multiply, the rest adds.</summary>
    public Effect Plus(Effect other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new Effect
        {
            Tempo = Tempo * other.Tempo,
            Minor = Minor + other.Minor,
            Energy = Energy + other.Energy,
            Density = Density + other.Density,
            Register = Register + other.Register,
            BrightDb = BrightDb + other.BrightDb,
            ReverbDb = ReverbDb + other.ReverbDb,
            Length = Length * other.Length,
            Velocity = Velocity + other.Velocity,
        };
    }

    /// <summary>The effect some times as strong: 0 none, 1 as it is, 2 twice as far from none.</summary>
    public Effect Scaled(double times) =>
        this with
        {
            Tempo = 1 + (Tempo - 1) * times,
            Minor = Minor * times,
            Energy = Energy * times,
            Density = Density * times,
            Register = Register * times,
            BrightDb = BrightDb * times,
            ReverbDb = ReverbDb * times,
            Length = 1 + (Length - 1) * times,
            Velocity = Velocity * times,
        };

    /// <summary>The effect inside the ranges that docs/styles.md states, however many words were added up.</summary>
    public Effect Clamped() =>
        this with
        {
            Tempo = Math.Clamp(Tempo, 0.8, 1.2),
            Minor = Math.Clamp(Minor, -1, 1),
            Energy = Math.Clamp(Energy, -0.4, 0.4),
            Density = Math.Clamp(Density, -0.3, 0.3),
            Register = Math.Clamp(Register, -7, 7),
            BrightDb = Math.Clamp(BrightDb, -3, 3),
            ReverbDb = Math.Clamp(ReverbDb, -6, 6),
            Length = Math.Clamp(Length, 0.5, 1.3),
            Velocity = Math.Clamp(Velocity, -20, 20),
        };
}
