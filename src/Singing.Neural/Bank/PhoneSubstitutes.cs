namespace Troubadour.Singing.Neural;

/// <summary>
/// What may stand for a phone that a bank lacks: alternatives in order, each of one or more names. First come neighbours in articulation
/// among ARPAbet's phones, then the spellings of banks for other languages (romanised Japanese, pinyin), which give an accent.
/// </summary>
internal static class PhoneSubstitutes
{
    /// <summary>The phones of the radio set.</summary>
    public static IReadOnlyCollection<string> Phones => ByPhone.Keys;

    private static readonly Dictionary<string, string[]> ByPhone = new(StringComparer.Ordinal)
    {
        ["aa"] = ["ao", "ah", "a"],
        ["ae"] = ["eh", "aa", "a", "e"],
        ["ah"] = ["ax", "aa", "a"],
        ["ao"] = ["aa", "ow", "o"],
        ["aw"] = ["aa uw", "a u", "a o"],
        ["ax"] = ["ah", "uh", "eh", "e", "a"],
        ["ay"] = ["aa iy", "a i"],
        ["eh"] = ["ae", "ey", "e"],
        ["er"] = ["ah r", "ax r", "eh r", "a r", "e r", "a"],
        ["ey"] = ["eh iy", "e i"],
        ["ih"] = ["iy", "i"],
        ["iy"] = ["ih", "i"],
        ["ow"] = ["ao uw", "ao uh", "o u", "o"],
        ["oy"] = ["ao iy", "ow iy", "o i"],
        ["uh"] = ["uw", "ah", "u"],
        ["uw"] = ["uh", "u"],
        ["b"] = ["p"],
        ["ch"] = ["t sh", "q", "t"],
        ["d"] = ["t"],
        ["dh"] = ["d", "z", "v"],
        ["f"] = ["v", "h"],
        ["g"] = ["k"],
        ["hh"] = ["h"],
        ["jh"] = ["d zh", "j", "ch"],
        ["k"] = ["g"],
        ["l"] = ["r"],
        ["m"] = ["n"],
        ["n"] = ["m"],
        ["ng"] = ["N", "n"],
        ["p"] = ["b"],
        ["r"] = ["l"],
        ["s"] = ["z"],
        ["sh"] = ["zh", "s"],
        ["t"] = ["d"],
        ["th"] = ["s", "t", "f"],
        ["v"] = ["f", "b"],
        ["w"] = ["uw", "uh", "u"],
        ["y"] = ["iy", "ih", "i"],
        ["z"] = ["s"],
        ["zh"] = ["jh", "j", "sh"],
    };

    /// <summary>The alternatives for a phone.</summary>
    public static IReadOnlyList<string> For(string phone) => ByPhone[phone];
}
