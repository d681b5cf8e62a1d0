using System.Collections.Immutable;
using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// Weighs all ways to sing sections of words over sections of a song in order and finds the best: most lines, kinds over their kinds,
/// no section torn apart, none left out in the middle.
/// </summary>
internal sealed class WordPlan(ImmutableArray<SongSection> sung, ImmutableArray<LyricSection> lyrics, TuneRoom room)
{
    private const double Sung = 10;
    private const double Kin = 2;
    private const double Akin = 6;
    private const double Foreign = 4;
    private const double Torn = 3;
    private const double Resting = 2;
    private const double Dropped = 2;
    private readonly Dictionary<Place, Choice> _best = [];

    /// <summary>The steps, in order; none where no line has room.</summary>
    public IEnumerable<WordStep> Find()
    {
        var place = new Place(0, 0, 0, false);
        while (place.Section < sung.Length)
        {
            var choice = Best(place);
            if (choice.Step is not null)
            {
                yield return choice.Step;
            }

            place = choice.Next;
        }
    }

    private Choice Best(Place place)
    {
        if (place.Section == sung.Length)
        {
            return new Choice(0, null, place);
        }

        if (!_best.TryGetValue(place, out var best))
        {
            best = Choices(place).MaxBy(choice => choice.Worth)!;
            _best[place] = best;
        }

        return best;
    }

    // Earlier choices win ties: words come as early as they can.
    private IEnumerable<Choice> Choices(Place place)
    {
        foreach (var step in Steps(place))
        {
            var left = lyrics[step.Words].Lines.Length - step.From - step.Count;
            var chorus = place.HasChorus || lyrics[step.Words].Kind == "chorus";
            var next = new Place(place.Section + 1, step.Words + 1, 0, chorus);
            yield return Then(Worth(step) - (Dropped * left), step, next);
            if (left > 0)
            {
                yield return Then(
                    Worth(step) - Torn,
                    step,
                    next with
                    {
                        Words = step.Words,
                        Line = step.From + step.Count,
                    }
                );
            }
        }

        var returns = sung[place.Section].Kind == "chorus" && place.HasChorus;
        yield return Then(returns ? -Resting / 4 : -Resting, null, place with { Section = place.Section + 1 });
        if (place.Words < lyrics.Length)
        {
            var left = lyrics[place.Words].Lines.Length - place.Line;
            yield return Then(-Dropped * left, null, place with { Words = place.Words + 1, Line = 0 });
        }
    }

    private Choice Then(double worth, WordStep? step, Place next) => new(worth + Best(next).Worth, step, next);

    private IEnumerable<WordStep> Steps(Place place)
    {
        if (place.Words == lyrics.Length)
        {
            yield break;
        }

        var section = sung[place.Section];
        var most = room.Most(section, lyrics[place.Words], place.Line);
        var tunes = room.Tunes(section).Length;
        if (most > 0)
        {
            yield return new WordStep(place.Section, place.Words, place.Line, most);
        }

        if (tunes < most)
        {
            yield return new WordStep(place.Section, place.Words, place.Line, tunes);
        }
    }

    private double Worth(WordStep step)
    {
        var (own, there) = (lyrics[step.Words].Kind, sung[step.Section].Kind);
        var worth = (Sung * step.Count) + (step.Count == room.Tunes(sung[step.Section]).Length ? 1 : 0);
        return own == there ? worth + Akin + (Kin * step.Count)
            : own is "chorus" || there is "chorus" ? worth - Foreign
            : worth;
    }

    private readonly record struct Place(int Section, int Words, int Line, bool HasChorus);

    private sealed record Choice(double Worth, WordStep? Step, Place Next);
}
