using Troubadour.Lyrics;

var pronouncer = Pronouncer.Load(
    "/usr/share/festival/dicts/cmu/cmudict-0.4.out",
    "/usr/share/festival/dicts/cmu/cmu_lts_rules.scm"
);
foreach (var line in Console.In.ReadToEnd().Split('\n'))
{
    Console.WriteLine(
        string.Join(
            "  |  ",
            pronouncer
                .Line(line)
                .Select(word =>
                    word.Text
                    + ": "
                    + string.Join(" . ", word.Syllables.Select(s => string.Join(' ', s.Phones) + s.Stress))
                )
        )
    );
}
