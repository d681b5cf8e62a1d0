using System.Globalization;

namespace Troubadour.Rendering.Bench;

/// <summary>One instrument's notes compared.</summary>
internal sealed record InstrumentRow(string Name, NoteComparison[] Notes)
{
    public double Level => Notes.Select(n => n.Level).DefaultIfEmpty().Average();

    public double GreatestLevel => Notes.Select(n => n.Level).DefaultIfEmpty().MaxBy(Math.Abs);

    public double Envelope => Notes.Select(n => n.Envelope).DefaultIfEmpty().Average();

    public double Spectrum => Notes.Select(n => n.Spectrum).DefaultIfEmpty().Average();

    public double? Cents => Notes.Where(n => n.Cents is not null).Select(n => n.Cents).MaxBy(c => Math.Abs(c!.Value));

    /// <summary>True if all three tolerances hold.</summary>
    public bool IsWithin =>
        Math.Abs(Level) <= Tolerance.Level && Envelope <= Tolerance.Envelope && Spectrum <= Tolerance.Spectrum;

    public override string ToString() =>
        Notes.Length == 0
            ? $"| {Name} | silent in both | | | | | |"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"| {Name} | {Level:F2} | {GreatestLevel:F2} | {Envelope:F2} | {Spectrum:F2} | {Cents:F1} | {(IsWithin ? "" : "!")} |"
            );
}
