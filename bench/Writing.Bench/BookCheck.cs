using System.Text.Json;
using Troubadour.Music;

namespace Troubadour.Writing.Bench;

/// <summary>Names every block of a folder that cannot be sung, for those who write the book.</summary>
internal static class BookCheck
{
    public static int Run(string folder, Scanner scanner)
    {
        var wrong = 0;
        foreach (
            var file in Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        )
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            foreach (
                var list in json
                    .RootElement.EnumerateObject()
                    .Where(list => list.Value.ValueKind == JsonValueKind.Array)
            )
            {
                foreach (var text in list.Value.EnumerateArray().Select(item => item.GetString()!))
                {
                    var faults = Faults(list.Name, text, scanner).ToList();
                    wrong += faults.Count;
                    foreach (var fault in faults)
                    {
                        Console.WriteLine($"{Path.GetFileNameWithoutExtension(file)} {list.Name}: {fault}");
                    }
                }
            }
        }

        return wrong;
    }

    private static IEnumerable<string> Faults(string list, string text, Scanner scanner)
    {
        Block block;
        string? fault = null;
        try
        {
            block = new Block(text, list == "choruses", scanner);
        }
        catch (FormatException e)
        {
            fault = e.Message;
            block = null!;
        }

        if (fault is not null)
        {
            yield return fault;
            yield break;
        }

        if (block.Slots.IsEmpty)
        {
            var wished = list switch
            {
                "couplets" => new[] { 8, 8 },
                "quatrains" => [8, 6, 8, 6],
                _ => null,
            };
            var stanzas = new StanzaWriter(scanner);
            if (
                stanzas.Write(
                    block,
                    Filling.None,
                    wished is null ? null : [.. wished],
                    _ => false,
                    new RandomStream(1, "check")
                )
                is null
            )
            {
                var free = block.Lines.Select(line => line.Lines(1, Filling.None, new RandomStream(1, "check"))[0]);
                yield return "counts "
                    + string.Join(" / ", free.Select(line => $"{line} ({scanner.Scan(line).Syllables})"));
            }
        }
    }
}
