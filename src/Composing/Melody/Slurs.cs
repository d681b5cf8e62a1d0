using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Draws syllables over two notes: a long note goes on by a step of the scale towards the note after it.</summary>
internal sealed class Slurs(Direction direction, double bpm, int top)
{
    // What a singer needs to change notes, and how short a note no listener takes for a long one.
    private const double LeastSeconds = 0.13;
    private const int Long = 3;
    private readonly double _turn = WordsKnob.Turn(direction.Brief);
    private readonly int _least = Math.Max(
        1,
        (int)Math.Ceiling((LeastSeconds / (direction.BarSeconds(bpm) / direction.Steps)) - 1e-9)
    );

    /// <summary>The line with its slurs: its longest note and others that are long, as often as the knob asks for.</summary>
    public LineShape Add(LineShape shape, RandomStream random)
    {
        if (_turn >= 0 || shape.Slots.Length < 2)
        {
            return shape;
        }

        var longest = shape.Lengths[..^1].Max();
        var first = shape.Lengths.IndexOf(longest);
        for (var i = shape.Slots.Length - 2; i >= 0; i--)
        {
            var chance =
                i == first ? -_turn
                : shape.Lengths[i] >= Long ? WordsKnob.SlursAt(_turn)
                : 0;
            if (shape.Lengths[i] / 2 >= _least && random.Chance(chance))
            {
                shape = Slurred(shape, i);
            }
        }

        return shape;
    }

    private LineShape Slurred(LineShape shape, int i)
    {
        var half = (shape.Lengths[i] + 1) / 2;
        return new LineShape(
            shape.Slots.Insert(i + 1, shape.Slots[i] + half),
            shape.Lengths.SetItem(i, half).Insert(i + 1, shape.Lengths[i] - half),
            shape.Keys.Insert(i + 1, Step(shape.Keys[i], shape.Keys[i + 1])),
            shape.Syllables.Insert(i + 1, shape.Syllables[i])
        );
    }

    // A step of the scale towards another key; upwards where both are the same.
    private int Step(int key, int towards)
    {
        var scale = direction.Key.MelodyDegrees.Select(degree => (degree + direction.Key.Tonic) % 12).ToArray();
        var way = towards < key || key >= top ? -1 : 1;
        do
        {
            key += way;
        } while (!scale.Contains(key % 12));

        return key;
    }
}
