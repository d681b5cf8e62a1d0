using Troubadour.Composing.Tests.Shared;

namespace Troubadour.Composing.Tests.Reading;

/// <summary>Sentences that people write, and what is to be read in them.</summary>
public class SentenceTests
{
    private const double LeastHeldOut = 0.85;

    [Fact]
    public void The_sentences_of_the_word_lists_are_read_as_a_musician_reads_them() =>
        Assert.Empty(Misses("sentences.json", out _));

    // Written before the word lists, which were not changed for them.
    [Fact]
    public void Of_sentences_never_seen_85_of_100_fields_are_read()
    {
        var misses = Misses("sentences-held.json", out var fields);
        Assert.True(
            fields - misses.Count >= LeastHeldOut * fields,
            $"{fields - misses.Count} of {fields}:\n{string.Join('\n', misses)}"
        );
    }

    [Fact]
    public void There_are_a_hundred_of_each_and_none_stands_in_both()
    {
        var seen = Expectation.Load("sentences.json").Select(e => e.Text).ToHashSet();
        var held = Expectation.Load("sentences-held.json").Select(e => e.Text).ToHashSet();
        Assert.Equal((100, 100), (seen.Count, held.Count));
        Assert.Empty(seen.Intersect(held));
    }

    private static List<string> Misses(string file, out int fields)
    {
        var reader = new DescriptionReader(Room.Library.Words);
        var all = Expectation
            .Load(file)
            .SelectMany(e => e.Fields(reader.Read(e.Text, e.Exclude)).Select(f => (e.Text, f.Field, f.Holds)))
            .ToList();
        fields = all.Count;
        return [.. all.Where(f => !f.Holds).Select(f => $"'{f.Text}': {f.Field}")];
    }
}
