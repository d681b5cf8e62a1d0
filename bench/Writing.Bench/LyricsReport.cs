namespace Troubadour.Writing.Bench;

internal static class LyricsReport
{
    public static string Of(HouseWriter w, string[] d) => "";
}
