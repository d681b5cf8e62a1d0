using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Troubadour.Writing.Bench;

/// <summary>Measures two lyrics for each description and quotes ten.</summary>
internal static class LyricsReport
{
    private const int Quoted = 10;

    public static string Of(HouseWriter writer, string[] descriptions)
    {
        var clock = Stopwatch.StartNew();
        var songs = descriptions
            .Select((text, i) => new BenchSong(text, writer.Read(new(text, i)), writer.Drafts(new(text, i), 2)))
            .ToList();
        clock.Restart();
        foreach (var (text, i) in descriptions.Select((text, i) => (text, i)))
        {
            writer.Drafts(new(text, i), 2);
        }

        var speed = clock.Elapsed.TotalMilliseconds / (2 * descriptions.Length);
        var report = new StringBuilder("# Lyrics of the house writer\n\n");
        report.Append(
            CultureInfo.InvariantCulture,
            $"{descriptions.Length} descriptions (`bench/Writing.Bench/descriptions.txt`), two lyrics each, full form. Rhymes are judged by CMUdict phones: perfect is the same sounds from the last stressed vowel on after another onset; near is the same vowel and consonants of one family. A line sung twice on purpose (the hook) is no pair. {writer.Themes.Length} themes.\n\n"
        );
        Table(report, Measures.Of(songs, writer.Scanner), speed);
        Themes(report, songs);
        foreach (var song in songs.Where((_, i) => i % 4 == 0).Take(Quoted))
        {
            var written = song.Drafts[song.Description.Length % 2].Written();
            report.Append(
                CultureInfo.InvariantCulture,
                $"\n## {song.Description}\n\n**{written.Title}**\n\n```\n{written.Lyrics}\n```\n"
            );
        }

        return report.ToString();
    }

    private static void Table(StringBuilder report, Measures measured, double speed)
    {
        report.Append("| measure | value | aim |\n| --- | --- | --- |\n");
        void Row(string name, string value, string aim) =>
            report.Append(CultureInfo.InvariantCulture, $"| {name} | {value} | {aim} |\n");
        string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0} %");
        string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
        Row("pairs that rhyme", Percent(measured.Rhyming), ">= 95 %");
        Row("of them perfect", Percent(measured.Perfect), "");
        Row("syllables between the lines of a pair, mean", Number(measured.Deviation), "<= 0.5");
        Row("pairs that differ by more than one", Percent(measured.FarPairs), "0 %");
        Row("syllables between the same lines of the two verses, mean", Number(measured.VerseDeviation), "<= 1");
        Row("different words in a lyric, mean", Number(measured.Words), "");
        Row("lines shared by the two lyrics of a description", Percent(measured.SharedInside), "<= 5 %");
        Row("lines also sung for another description", Percent(measured.SharedOutside), "small");
        Row("words of the description that one lyric sings, mean", Percent(measured.SaidOnce), ">= 90 %");
        Row("words of the description that the two sing", Percent(measured.SaidTwice), "");
        Row("lyrics on a theme that the description names", Percent(measured.OnTheme), "");
        Row("alternation of strong and weak syllables, mean", Number(measured.Alternation), "");
        report.Append(CultureInfo.InvariantCulture, $"| milliseconds a lyric | {speed:0.0} | < 20 |\n");
    }

    private static void Themes(StringBuilder report, List<BenchSong> songs)
    {
        report.Append("\n| description | themes | titles | unsung words |\n| --- | --- | --- | --- |\n");
        foreach (var song in songs)
        {
            var themes = string.Join(", ", song.Drafts.Select(draft => draft.Theme).Distinct());
            var titles = string.Join("; ", song.Drafts.Select(draft => draft.Title));
            var unsung = song
                .Reading.Content.Distinct()
                .Where(word => !song.Drafts.Exists(d => BenchSong.Says(d, word)));
            report.Append(
                CultureInfo.InvariantCulture,
                $"| {song.Description} | {themes} | {titles} | {string.Join(", ", unsung)} |\n"
            );
        }
    }
}
