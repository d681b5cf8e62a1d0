namespace Troubadour.Composing.Bench;

/// <summary>Numbers as tables show them.</summary>
internal static class Figures
{
    public static string Text(double value) =>
        double.IsNaN(value) ? "-"
        : Math.Abs(value) < 10 ? FormattableString.Invariant($"{value:F3}")
        : FormattableString.Invariant($"{value:F1}");

    public static string Whole(int value) => FormattableString.Invariant($"{value}");
}
