using System.Collections.Immutable;
using System.Globalization;
using Troubadour.Music;

namespace Troubadour.Server.Http;

/// <summary>
/// Reads a structure as callers write it: "intro:4 verse:8 chorus:8 outro:12s", a section each with its bars, its seconds (s) or
/// nothing.
/// </summary>
public static class StructureText
{
    /// <summary>Most sections.</summary>
    public const int MostSections = 64;

    /// <summary>Most bars of a section.</summary>
    public const int MostBars = 64;

    /// <summary>Most seconds of a section and of all together.</summary>
    public const double MostSeconds = 240;

    /// <summary>The sections in order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="field">The field's name, for the refusal.</param>
    /// <exception cref="FormatException">It is not written so; the message names the field and the place.</exception>
    public static ImmutableArray<SegmentBrief> Read(string text, string field)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split([' ', ',', '\t', '\n', '|'], StringSplitOptions.RemoveEmptyEntries);
        return Checked([.. parts.Take(MostSections + 1).Select((part, i) => Section(part, $"{field}[{i}]"))], field);
    }

    /// <summary>One section: "verse", "verse:8" or "verse:12s".</summary>
    /// <param name="text">The text.</param>
    /// <param name="field">The field's name, for the refusal.</param>
    /// <exception cref="FormatException">It is not written so.</exception>
    public static SegmentBrief Section(string text, string field)
    {
        ArgumentNullException.ThrowIfNull(text);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return new SegmentBrief(SectionKinds.Read(text, field), null);
        }

        var kind = SectionKinds.Read(text[..colon], field);
        var length = text[(colon + 1)..];
        var isSeconds = length.EndsWith('s');
        if (
            !double.TryParse(
                length.TrimEnd('s'),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number
            )
        )
        {
            throw new FormatException($"{field}: write a section as verse, verse:8 (bars) or verse:12s (seconds).");
        }

        return isSeconds
            ? new SegmentBrief(kind, Seconds(number, field))
            : new SegmentBrief(kind, null, Bars(number, field));
    }

    /// <summary>Checks what holds for all sections together.</summary>
    /// <param name="sections">The sections.</param>
    /// <param name="field">The field's name, for the refusal.</param>
    /// <exception cref="FormatException">There are none or too many, or they last too long.</exception>
    public static ImmutableArray<SegmentBrief> Checked(ImmutableArray<SegmentBrief> sections, string field)
    {
        if (sections.Length is 0 or > MostSections)
        {
            throw new FormatException($"{field} must have 1 to {MostSections} sections.");
        }

        var seconds = sections.Sum(section => section.Seconds ?? 0);
        return seconds <= MostSeconds
            ? sections
            : throw new FormatException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{field} lasts {seconds:0.#} seconds together; at most {MostSeconds} are allowed."
                )
            );
    }

    /// <summary>A section's bars.</summary>
    /// <exception cref="FormatException">Not a whole number in range.</exception>
    public static int Bars(double number, string field) =>
        number is >= 1 and <= MostBars && double.IsInteger(number)
            ? (int)number
            : throw new FormatException($"{field}: bars must be a whole number from 1 to {MostBars}.");

    /// <summary>A section's seconds.</summary>
    /// <exception cref="FormatException">Out of range.</exception>
    public static double Seconds(double number, string field) =>
        number is >= 1 and <= MostSeconds
            ? number
            : throw new FormatException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{field}: seconds must be a number from 1 to {MostSeconds}."
                )
            );
}
