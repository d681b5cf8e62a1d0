namespace Troubadour.Composing;

/// <summary>A line's place in its section's scheme: "A" and "B" are ideas, "A'" is A with another end, "A-1" A one step lower, "A~" A's
/// rhythm with another tune.</summary>
/// <param name="Letter">The idea.</param>
/// <param name="Relation">What a later line of the same letter takes from the first.</param>
/// <param name="Shift">Diatonic steps of a sequence.</param>
internal readonly record struct LinePlan(char Letter, LineRelation Relation, int Shift)
{
    /// <summary>Reads one token of a scheme.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static LinePlan Parse(string token) =>
        token switch
        {
            [var letter] when char.IsAsciiLetterUpper(letter) => new LinePlan(letter, LineRelation.Repeat, 0),
            [var letter, '\''] when char.IsAsciiLetterUpper(letter) => new LinePlan(letter, LineRelation.Vary, 0),
            [var letter, '~'] when char.IsAsciiLetterUpper(letter) => new LinePlan(letter, LineRelation.Answer, 0),
            [var letter, '+' or '-', var steps] when char.IsAsciiLetterUpper(letter) && char.IsAsciiDigit(steps) =>
                new LinePlan(letter, LineRelation.Sequence, (token[1] == '+' ? 1 : -1) * (steps - '0')),
            _ => throw new FormatException($"'{token}' is no line of a scheme: write A, A', A~, A+1 or A-1."),
        };
}
