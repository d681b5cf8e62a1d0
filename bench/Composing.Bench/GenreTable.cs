using Troubadour.Composing.Measures;

namespace Troubadour.Composing.Bench;

/// <summary>How well genres can be told apart.</summary>
internal static class GenreTable
{
    public static void Write(GenreTrial trial, int seen, int unseen, Report report)
    {
        report.Line("## Distinctness");
        report.Line("");
        report.Line(
            FormattableString.Invariant(
                $"A nearest-mean classifier on {seen} seeds a genre, without tempo and programs, finds the genre of {trial.Guesses.Length} unseen songs ({unseen} seeds a genre) at {trial.Accuracy:P0} (aim: 60 % or more of 23)."
            )
        );
        report.Line(
            FormattableString.Invariant(
                $"Two seeds of the same genre and words lie {trial.SeedDistance:F2} apart (median; 0 would be the same song)."
            )
        );
        report.Line("");
        report.Head("genre", "found", "taken for");
        foreach (var genre in trial.Guesses.GroupBy(guess => guess.Genre).OrderBy(g => g.Count(x => x.Found == g.Key)))
        {
            var wrong = genre
                .Where(guess => guess.Found != guess.Genre)
                .GroupBy(guess => guess.Found)
                .OrderByDescending(group => group.Count())
                .ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => FormattableString.Invariant($"{group.Key} {group.Count()}"));
            report.Row(
                genre.Key,
                FormattableString.Invariant($"{genre.Count(guess => guess.Found == guess.Genre)}/{genre.Count()}"),
                string.Join(", ", wrong)
            );
        }

        report.Line("");
        report.Head("nearest genres", "", "distance");
        foreach (var (one, other, distance) in trial.NearestPairs)
        {
            report.Row(one, other, FormattableString.Invariant($"{distance:F2}"));
        }

        report.Line("");
    }
}
