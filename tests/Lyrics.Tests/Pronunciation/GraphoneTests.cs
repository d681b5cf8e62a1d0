using System.IO.Compression;
using CsCheck;

namespace Troubadour.Lyrics.Tests;

/// <summary>Words that no dictionary has.</summary>
public sealed class GraphoneTests
{
    private static readonly GraphoneSpeller Speller = GraphoneSpeller.Read(Resource.Graphones());

    [Theory]
    [InlineData("blixen", "b l ih k.s ax n")]
    [InlineData("grumple", "g r ah m.p ax l")]
    [InlineData("phlendation", "f l ax n.d ey.sh ax n")]
    [InlineData("swiftie", "s w ih f.t iy")]
    [InlineData("yeeted", "y iy.t ih d")]
    public void They_are_said_as_their_letters_ask(string word, string phones) =>
        Assert.Equal(phones, string.Join('.', Speller.Pronounce(word).Select(s => string.Join(' ', s.Phones))));

    [Fact]
    public void Most_words_that_it_learned_from_come_out_as_they_are()
    {
        var entries = File.ReadLines(SharedPronouncer.DictionaryPath)
            .Where((_, i) => i % 211 == 5)
            .Select(line => line.Split('"')[1])
            .Where(word => word.Length > 3 && word.All(char.IsAsciiLetterLower))
            .ToList();
        var same = entries.Count(word =>
            string.Join(' ', Speller.Pronounce(word).SelectMany(s => s.Phones))
            == string.Join(' ', SharedPronouncer.Value.Word(word).Syllables.SelectMany(s => s.Phones))
        );
        Assert.True(same > 0.8 * entries.Count, $"{same} of {entries.Count}");
    }

    [Fact]
    public void Stress_lies_where_it_does_in_words_alike() =>
        Assert.Equal([0, 1, 0], Speller.Pronounce("phlendation").Select(s => s.Stress));

    [Fact]
    public void Any_letters_give_syllables_of_one_vowel() =>
        Gen.String["abcdefghijklmnopqrstuvwxyz"]
            .Where(word => word.Length > 0)
            .Sample(
                word =>
                    Speller.Pronounce(word) is { IsEmpty: false } syllables
                    && syllables.All(s => s.Phones.Count(Phones.IsVowel) == 1),
                iter: 500
            );

    [Fact]
    public void Long_words_take_time_in_proportion() =>
        Assert.NotEmpty(Speller.Pronounce(string.Concat(Enumerable.Repeat("supercali", 200))));

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(5000)]
    public void A_broken_model_is_refused(int length)
    {
        using var whole = new BrotliStream(Resource.Graphones(), CompressionMode.Decompress);
        var bytes = new byte[length];
        whole.ReadExactly(bytes);
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            brotli.Write(bytes);
        }

        packed.Position = 0;
        var error = Record.Exception(() => GraphoneSpeller.Read(packed));
        Assert.True(error is InvalidDataException or EndOfStreamException, $"{error}");
    }
}
