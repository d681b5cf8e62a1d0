using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Forms of instrumentals by how many bars there are at least: the shape of styles/forms/instrumental.json.</summary>
/// <param name="Bars">Fewest bars.</param>
/// <param name="Forms">Section kinds, split by spaces.</param>
internal sealed record InstrumentalForms(int Bars, ImmutableArray<string> Forms)
{
    private static readonly string[] Kinds = ["intro", "verse", "pre-chorus", "chorus", "bridge", "inst", "outro"];

    /// <summary>Says what is wrong with a table of forms.</summary>
    /// <exception cref="FormatException">A section kind is unknown, or nothing stands for the shortest pieces.</exception>
    public static void Check(ImmutableArray<InstrumentalForms> table)
    {
        if (table.IsEmpty || table[0].Bars != 0 || table.Any(entry => entry.Forms.IsDefaultOrEmpty))
        {
            throw new FormatException("The first entry needs \"bars\": 0, and each needs at least one form.");
        }

        var odd = table
            .SelectMany(entry => entry.Forms)
            .SelectMany(Split)
            .FirstOrDefault(kind => !Kinds.Contains(kind));
        if (odd is not null)
        {
            throw new FormatException($"'{odd}' is no section kind; allowed are {string.Join(", ", Kinds)}.");
        }
    }

    /// <summary>A form for so many bars.</summary>
    public static ImmutableArray<string> For(ImmutableArray<InstrumentalForms> table, int bars, RandomStream random) =>
        [.. Split(random.Pick(table.Last(entry => entry.Bars <= bars).Forms))];

    private static string[] Split(string form) => form.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
