using System.Globalization;

namespace Troubadour.Portraits.Bench;

/// <summary>Writes what was found as Markdown.</summary>
internal static class ProveReport
{
    /// <summary>The document. The first and the last kind of clips have tables of their own.</summary>
    public static string Text(params Confusion[] kinds) =>
        $"""
            # Portraits of voices

            Made by `dotnet run -c Release --project bench/Portraits.Bench -- prove SONG_FOLDER...`. Clips of about 25 s by singers of ours
            that are not in the table (three of each of the 18 parameter sets), with other words and tunes than the table's; and songs of
            the engine. "Near": right, or one of the three runners-up. Distance: of the nearest
            voice, mean. Fit: share of the envelopes' movement that the vowel book explains; clips below .45 are refused.

            | clips | number | gender right | timbre right | near | distance | least fit |
            | --- | --- | --- | --- | --- | --- | --- |
            {string.Join('\n', kinds.Where(kind => kind.Count > 0).Select(Line))}

            {Upper(kinds[0].Name)}:

            {kinds[0].Table()}
            {Upper(kinds[^1].Name)}:

            {kinds[^1].Table()}
            """.ReplaceLineEndings("\n");

    private static string Upper(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Line(Confusion found) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {found.Name} | {found.Count} | {found.Genders} | {found.Timbres} | {found.Near} | {found.Distance:0.0} | {found.LeastFit:0.00} |"
        );
}
