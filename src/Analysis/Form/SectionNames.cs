namespace Troubadour.Analysis;

/// <summary>Which sections repeat each other, and what they are called by how often and how loud they come.</summary>
internal static class SectionNames
{
    private const double Alike = 0.58;

    /// <summary>A group for each section, numbered as they first come.</summary>
    /// <param name="starts">First bars of sections.</param>
    /// <param name="likeness">Likeness of bars.</param>
    public static int[] Groups(int[] starts, BarLikeness likeness)
    {
        var groups = new int[starts.Length];
        var next = 0;
        for (var s = 0; s < starts.Length; s++)
        {
            var (best, bestValue) = (-1, Alike);
            for (var t = 0; t < s; t++)
            {
                var (a, b) = (Length(starts, s, likeness), Length(starts, t, likeness));
                if (Math.Min(a, b) * 2 < Math.Max(a, b))
                {
                    continue;
                }

                var value = likeness.Beside(starts[s], starts[t], Math.Min(a, b));
                (best, bestValue) = value > bestValue ? (t, value) : (best, bestValue);
            }

            groups[s] = best < 0 ? next++ : groups[best];
        }

        return groups;
    }

    /// <summary>intro, verse, chorus, bridge or outro for each section.</summary>
    public static string[] Kinds(int[] groups, double[] energy, int[] bars)
    {
        var chorus = Chorus(groups, energy, bars);
        var last = groups.Length - 1;
        var kinds = new string[groups.Length];
        for (var s = 0; s < kinds.Length; s++)
        {
            var alone = groups.Count(g => g == groups[s]) == 1;
            kinds[s] =
                groups[s] == chorus ? "chorus"
                : s == 0 && last > 0 && (alone || bars[s] <= 4) && bars[s] <= 8 ? "intro"
                : s == last && alone && last > 1 && bars[s] <= 8 ? "outro"
                : alone && s > 1 && Array.IndexOf(kinds, "chorus", 0, s) >= 0 ? "bridge"
                : "verse";
        }

        return kinds;
    }

    // The group that comes back and is loud; where none comes back, none is a chorus.
    private static int Chorus(int[] groups, double[] energy, int[] bars)
    {
        var (best, bestValue) = (-1, double.NegativeInfinity);
        foreach (var group in groups.Distinct())
        {
            var members = Enumerable.Range(0, groups.Length).Where(s => groups[s] == group).ToList();
            if (members.Count < 2 || members.TrueForAll(s => bars[s] < 3))
            {
                continue;
            }

            var value =
                members.Average(s => energy[s]) + 0.1 * Math.Min(4, members.Count) - (members[0] == 0 ? 0.15 : 0);
            (best, bestValue) = value > bestValue ? (group, value) : (best, bestValue);
        }

        return best;
    }

    private static int Length(int[] starts, int section, BarLikeness likeness) =>
        (section + 1 < starts.Length ? starts[section + 1] : likeness.Count) - starts[section];
}
