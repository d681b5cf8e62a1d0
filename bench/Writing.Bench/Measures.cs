namespace Troubadour.Writing.Bench;

/// <summary>What is counted over all lyrics; shares are between 0 and 1.</summary>
internal sealed record Measures
{
    public double Rhyming { get; private init; }
    public double Perfect { get; private init; }
    public double Deviation { get; private init; }
    public double FarPairs { get; private init; }
    public double VerseDeviation { get; private init; }
    public double Words { get; private init; }
    public double SharedInside { get; private init; }
    public double SharedOutside { get; private init; }
    public double SaidOnce { get; private init; }
    public double SaidTwice { get; private init; }
    public double OnTheme { get; private init; }
    public double Alternation { get; private init; }

    public static Measures Of(List<BenchSong> songs, Scanner scanner)
    {
        var drafts = songs.SelectMany(song => song.Drafts).ToList();
        var pairs = drafts.SelectMany(BenchSong.Stanzas).SelectMany(stanza => Pairs(stanza, scanner)).ToList();
        var asked = songs.Where(song => !song.Reading.Content.IsEmpty).ToList();
        return new Measures
        {
            Rhyming = pairs.Average(pair => pair.Rhyme != Rhyme.None ? 1 : 0),
            Perfect = pairs.Average(pair => pair.Rhyme == Rhyme.Perfect ? 1 : 0),
            Deviation = pairs.Average(pair => pair.Deviation),
            FarPairs = pairs.Average(pair => pair.Deviation > 1 ? 1 : 0),
            VerseDeviation = drafts.Average(Verses),
            Words = drafts.Average(draft =>
                BenchSong.Lines(draft).SelectMany(BenchSong.Words).Distinct(StringComparer.OrdinalIgnoreCase).Count()
            ),
            SharedInside = songs.Average(song =>
                Shared(BenchSong.Lines(song.Drafts[0]), BenchSong.Lines(song.Drafts[1]))
            ),
            SharedOutside = Outside(songs),
            SaidOnce = asked.Average(song => song.Drafts.Average(draft => Said(song, [draft]))),
            SaidTwice = asked.Average(song => Said(song, song.Drafts)),
            OnTheme = drafts.Average(draft => draft.Theme == "any" ? 0 : 1),
            Alternation = drafts.SelectMany(BenchSong.Lines).Average(line => scanner.Scan(line).Alternation),
        };
    }

    private static IEnumerable<(Rhyme Rhyme, int Deviation)> Pairs(Stanza stanza, Scanner scanner) =>
        from pair in Block.Pairs(stanza.Scheme)
        where stanza.Lines[pair.First] != stanza.Lines[pair.Second]
        let first = scanner.Scan(stanza.Lines[pair.First])
        let second = scanner.Scan(stanza.Lines[pair.Second])
        select (Rhymer.Judge(first, second), Math.Abs(first.Syllables - second.Syllables));

    private static double Verses(Draft draft)
    {
        var verses = draft
            .Sections.Where(section => section.Kind == Form.Verse)
            .Select(section => section.Stanza.Counts)
            .ToList();
        return verses[0].Zip(verses[^1], (a, b) => Math.Abs(a - b)).Average();
    }

    private static double Shared(List<string> a, List<string> b) =>
        (double)a.Intersect(b, StringComparer.OrdinalIgnoreCase).Count() / Math.Min(a.Count, b.Count);

    private static double Outside(List<BenchSong> songs)
    {
        var lines = songs.ConvertAll(song =>
            song.Drafts.SelectMany(BenchSong.Lines).ToHashSet(StringComparer.OrdinalIgnoreCase)
        );
        return lines
            .Select(
                (own, i) =>
                    own.Average(line => lines.Where((other, j) => j != i && other.Contains(line)).Any() ? 1.0 : 0)
            )
            .Average();
    }

    private static double Said(BenchSong song, List<Draft> drafts) =>
        song.Reading.Content.Distinct().Average(word => drafts.Exists(draft => BenchSong.Says(draft, word)) ? 1.0 : 0);
}
