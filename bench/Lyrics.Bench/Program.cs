using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Troubadour.Lyrics;
using Troubadour.Lyrics.Bench;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
const string Dictionary = "/usr/share/festival/dicts/cmu/cmudict-0.4.out";
const string Trees = "/usr/share/festival/dicts/cmu/cmu_lts_rules.scm";
var prune = args.Length > 2 ? double.Parse(args[2], CultureInfo.InvariantCulture) : 0.7;
const int Order = 8;

switch (args)
{
    case ["train", var path, ..]:
        File.WriteAllBytes(path, Model(Entry.Read(Dictionary)));
        break;
    case ["measure", ..]:
        Measure();
        break;
    case ["samples", ..]:
        Samples();
        break;
    case ["say", ..]:
        Say();
        break;
    default:
        Console.Error.WriteLine("train FILE [PRUNE] | measure x [PRUNE] | samples < words | say < lines");
        return 1;
}

return 0;

byte[] Model(List<Entry> entries)
{
    var aligned = new Aligner().Align(entries);
    Console.WriteLine($"{entries.Count} words, {aligned.Count(a => a is null)} not aligned");
    var words = aligned.OfType<string[]>().ToList();
    var graphones = words.SelectMany(word => word).Distinct().Order(StringComparer.Ordinal).ToList();
    using var packed = new MemoryStream();
    using (var brotli = new BrotliStream(packed, new BrotliCompressionOptions { Quality = 11 }, leaveOpen: true))
    using (var writer = new BinaryWriter(brotli, Encoding.UTF8))
    {
        new Trainer(Order, prune, graphones).Train(words, writer);
        new Trainer(Order, prune, graphones).Train(words.Select(word => word.Reverse().ToArray()), writer);
    }

    return packed.ToArray();
}

void Measure()
{
    var all = Entry.Read(Dictionary);
    var held = all.Where(entry => entry.IsHeldOut).GroupBy(entry => entry.Word).ToList();
    var bytes = Model([.. all.Where(entry => !entry.IsHeldOut)]);
    var trees = new LetterToSound(File.ReadAllText(Trees, Encoding.Latin1));
    var speller = GraphoneSpeller.Read(new MemoryStream(bytes));
    Console.WriteLine($"{held.Count} held out of {all.Count}; {bytes.Length} bytes");
    var (theirs, ours) = (new Errors(), new Errors());
    var clock = new Stopwatch();
    foreach (var group in held)
    {
        var right = group.Select(entry => entry.Phones).ToList();
        theirs.Add(Spell(trees.Pronounce(group.Key)), right);
        clock.Start();
        var said = speller.Phones(group.Key);
        clock.Stop();
        ours.Add(
            [.. said.Select(phone => Phones.IsVowel(phone.Name) ? $"{phone.Name}{phone.Stress}" : phone.Name)],
            right
        );
    }

    Console.WriteLine($"trees: {theirs}\nours:  {ours}\n{clock.Elapsed.TotalMilliseconds / held.Count:F3} ms a word");
}

static List<string> Spell(IEnumerable<Troubadour.Music.Syllable> syllables) =>
    [.. syllables.SelectMany(s => s.Phones.Select(phone => Phones.IsVowel(phone) ? $"{phone}{s.Stress}" : phone))];

static void Samples()
{
    var pronouncer = Pronouncer.Load(Dictionary);
    var trees = new LetterToSound(File.ReadAllText(Trees, Encoding.Latin1));
    Console.WriteLine("| word | before | now |\n| --- | --- | --- |");
    foreach (var word in Console.In.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
    {
        var (before, now) = (trees.Pronounce(word), pronouncer.Word(word).Syllables);
        Console.WriteLine($"| {word} | {string.Join(' ', Spell(before))} | {string.Join(' ', Spell(now))} |");
    }
}

static void Say()
{
    var pronouncer = Pronouncer.Load(Dictionary);
    var lines = Console.In.ReadToEnd().Split('\n');
    for (var round = 0; round < 3; round++)
    {
        var clock = Stopwatch.StartNew();
        var count = lines.Sum(line => pronouncer.Line(line).Length);
        Console.Error.WriteLine($"{count} words in {clock.Elapsed.TotalMilliseconds:F1} ms");
    }

    foreach (var line in lines)
    {
        var words = pronouncer
            .Line(line)
            .Select(word =>
                $"{word.Text}: {string.Join(" . ", word.Syllables.Select(s => $"{string.Join(' ', s.Phones)}{s.Stress}"))}"
            );
        Console.WriteLine(string.Join("  |  ", words));
    }
}
