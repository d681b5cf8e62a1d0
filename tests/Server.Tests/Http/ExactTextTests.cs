using CsCheck;
using Troubadour.Server.Http;

namespace Troubadour.Server.Tests.Http;

/// <summary>Readers of chords and structure: any text is read or refused in a sentence, and what is read is inside the bounds.</summary>
public class ExactTextTests
{
    private static readonly string[] Pieces =
    [
        "Am",
        "C/E",
        "F#m7",
        "H",
        ",",
        " ",
        " ",
        "|",
        ";",
        ":",
        "verse",
        "chorus",
        "pre-chorus",
        "solo",
        "8",
        "12s",
        "0",
        "99",
        "-1",
        "1e9",
        "NaN",
        "é",
        "\n",
        "♭",
    ];

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String,
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 12].Select(string.Concat)
    );

    [Fact]
    public void Any_chords_are_read_or_refused() =>
        Text.Sample(
            text =>
            {
                try
                {
                    var sections = ChordText.Sections(text, "chords");
                    Assert.NotEmpty(sections);
                    Assert.All(
                        sections,
                        pair =>
                        {
                            Assert.True(pair.Key.Length == 0 || SectionKinds.All.Contains(pair.Key));
                            Assert.InRange(pair.Value.Length, 1, ChordText.MostBars);
                            Assert.True(
                                pair.Value.SequenceEqual(ChordText.Bars(string.Join(' ', pair.Value), "chords"))
                            );
                        }
                    );
                }
                catch (FormatException e)
                {
                    Assert.StartsWith("chords", e.Message, StringComparison.Ordinal);
                    Assert.EndsWith(".", e.Message, StringComparison.Ordinal);
                    Assert.InRange(e.Message.Length, 10, 300);
                }
            },
            iter: 5000
        );

    [Fact]
    public void Any_structure_is_read_or_refused() =>
        Text.Sample(
            text =>
            {
                try
                {
                    var sections = StructureText.Read(text, "structure");
                    Assert.InRange(sections.Length, 1, StructureText.MostSections);
                    Assert.All(
                        sections,
                        section =>
                        {
                            Assert.Contains(section.Name, SectionKinds.All);
                            Assert.True(section.Bars is null or (>= 1 and <= 64));
                            Assert.True(section.Seconds is null or (>= 1 and <= 240));
                            Assert.True(section.Bars is null || section.Seconds is null);
                        }
                    );
                }
                catch (FormatException e)
                {
                    Assert.StartsWith("structure", e.Message, StringComparison.Ordinal);
                    Assert.EndsWith(".", e.Message, StringComparison.Ordinal);
                }
            },
            iter: 5000
        );
}
