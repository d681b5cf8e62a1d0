using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// What a drummer changes from bar to bar: kick pick-ups, ghost notes, hats left out, added or opened. How often, and where in the bar,
/// comes from the drummer's habits (Groove MIDI: adjacent bars share .848 of their onset places, .706 to .972). The first beat, the
/// accents and the backbeat stay.
/// </summary>
internal sealed class DrumVariation
{
    private static readonly string[] TimeKeepers = ["hat", "ride", "shaker", "ride2", "cabasa", "tambourine"];
    private const int MostAdded = 2;
    private readonly Direction _direction;
    private readonly DrumTouches _touches;
    private readonly RandomStream _random;
    private readonly double _rate;

    public DrumVariation(Direction direction, DrumTouches touches, RandomStream random)
    {
        _direction = direction;
        _touches = touches;
        _random = random;
        var looseness = direction.Style.Drummer is null ? 0 : direction.Style.Drums.Looseness;
        _rate = looseness * random.Child("player").Next(0.8, 5);
    }

    /// <summary>Changes the bar as the drummer would this time.</summary>
    /// <param name="bar">The bar as written.</param>
    /// <param name="number">Its number in the section: the ends of phrases are freer.</param>
    public void Play(DrumBar bar, int number)
    {
        if (_direction.Style.Drummer is not { } drummer || _rate <= 0)
        {
            return;
        }

        var rate =
            _rate
            * (
                number % 4 == 3 ? 1.4
                : number % 4 == 0 ? 0.7
                : 1
            );
        if (bar.Has("kick"))
        {
            Kick(bar, drummer.Kick, rate);
        }

        if (bar.Has("snare"))
        {
            Ghosts(bar, drummer.Snare, rate);
        }

        var keeper = TimeKeepers.Where(drum => bar.Count(drum) >= 4).MaxBy(bar.Count);
        if (keeper is not null)
        {
            Time(bar, keeper, drummer.Hat, rate, number);
        }
    }

    private void Kick(DrumBar bar, DrumTouch touch, double rate)
    {
        var fourOnTheFloor = Enumerable.Range(0, bar.Steps / 4).All(beat => bar.At("kick", beat * 4) != '.');
        var added = 0;
        for (var step = 1; step < bar.Steps; step++)
        {
            var place = _touches.Place(step * Ticks.PerSixteenth);
            var written = bar.At("kick", step);
            if (written is 'x' or 'o' && place % 4 != 0 && _random.Chance(0.35 * rate * touch.Drops[place]))
            {
                bar.Set("kick", step, '.');
            }

            var free =
                written == '.' && place % 4 != 0 && bar.At("snare", step) == '.' && bar.At("kick", step - 1) == '.';
            if (free && added < MostAdded && _random.Chance((fourOnTheFloor ? 0.25 : 0.7) * rate * touch.Adds[place]))
            {
                bar.Set("kick", step, 'x');
                added++;
            }
        }
    }

    private void Ghosts(DrumBar bar, DrumTouch touch, double rate)
    {
        for (var step = 0; step < bar.Steps; step++)
        {
            var place = _touches.Place(step * Ticks.PerSixteenth);
            var written = bar.At("snare", step);
            if (written == 'o' && _random.Chance(0.8 * rate * touch.Drops[place]))
            {
                bar.Set("snare", step, '.');
            }

            if (written == '.' && place % 4 != 0 && _random.Chance(0.9 * rate * touch.Ghosts[place]))
            {
                bar.Set("snare", step, 'o');
            }
        }
    }

    private void Time(DrumBar bar, string drum, DrumTouch touch, double rate, int number)
    {
        for (var step = 0; step < bar.Steps; step++)
        {
            var place = _touches.Place(step * Ticks.PerSixteenth);
            var written = bar.At(drum, step);
            if (written is 'x' or 'o' && place % 4 != 0 && _random.Chance(0.5 * rate * touch.Drops[place]))
            {
                bar.Set(drum, step, '.');
            }

            if (
                written == '.'
                && step > 0
                && bar.At("openhat", step) == '.'
                && _random.Chance(0.55 * rate * touch.Adds[place])
            )
            {
                bar.Set(drum, step, 'o');
            }
        }

        var open = bar.Steps - 2;
        if (drum == "hat" && number % 2 == 1 && bar.At("openhat", open) == '.' && _random.Chance(0.3 * rate))
        {
            bar.Set("hat", open, '.');
            bar.Set("openhat", open, 'x');
        }
    }
}
