using CsCheck;

namespace Troubadour.Music.Tests.Composition;

public class ChordSymbolsTests
{
    private static readonly Gen<Chord> Chords = Gen.Select(
        Gen.Int[0, 11],
        Gen.Enum<ChordQuality>(),
        Gen.Int[0, 11],
        (root, quality, bass) => new Chord(root, quality, bass)
    );

    [Theory]
    [InlineData("C", 0, ChordQuality.Major, 0)]
    [InlineData("Am", 9, ChordQuality.Minor, 9)]
    [InlineData("A-", 9, ChordQuality.Minor, 9)]
    [InlineData("F#m7", 6, ChordQuality.Minor7, 6)]
    [InlineData("Gbm7", 6, ChordQuality.Minor7, 6)]
    [InlineData("C/E", 0, ChordQuality.Major, 4)]
    [InlineData("D/F#", 2, ChordQuality.Major, 6)]
    [InlineData("Bbmaj7", 10, ChordQuality.Major7, 10)]
    [InlineData("BbM7", 10, ChordQuality.Major7, 10)]
    [InlineData("G7", 7, ChordQuality.Dominant7, 7)]
    [InlineData("Esus", 4, ChordQuality.Suspended4, 4)]
    [InlineData("Asus2", 9, ChordQuality.Suspended2, 9)]
    [InlineData("Bdim", 11, ChordQuality.Diminished, 11)]
    [InlineData("Bo", 11, ChordQuality.Diminished, 11)]
    [InlineData("Bm7b5", 11, ChordQuality.HalfDiminished, 11)]
    [InlineData("Bø", 11, ChordQuality.HalfDiminished, 11)]
    [InlineData("C+", 0, ChordQuality.Augmented, 0)]
    [InlineData("G7sus4/D", 7, ChordQuality.Dominant7Suspended4, 2)]
    [InlineData("E5", 4, ChordQuality.Power, 4)]
    [InlineData(" Cadd9 ", 0, ChordQuality.Added9, 0)]
    [InlineData("Cb", 11, ChordQuality.Major, 11)]
    [InlineData("E#", 5, ChordQuality.Major, 5)]
    public void A_symbol_is_read(string symbol, int root, ChordQuality quality, int bass)
    {
        Assert.True(ChordSymbols.TryParse(symbol, out var chord));
        Assert.Equal(new Chord(root, quality, bass), chord);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("H")]
    [InlineData("c")]
    [InlineData("N.C.")]
    [InlineData("C/")]
    [InlineData("C/H")]
    [InlineData("C/Em")]
    [InlineData("C/E/G")]
    [InlineData("Cm13")]
    [InlineData("C maj7")]
    public void What_is_no_symbol_is_refused(string? symbol) => Assert.False(ChordSymbols.TryParse(symbol, out _));

    [Fact]
    public void A_chord_is_read_back_from_its_symbol() =>
        Chords.Sample(chord => ChordSymbols.TryParse(chord.ToString(), out var again) && again == chord);

    [Fact]
    public void No_text_throws() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["ABCDEFGm#b/7maj9sudi+-ø "], 0, 12])
            .Sample(text =>
                !ChordSymbols.TryParse(text, out var chord)
                || (chord.Root is >= 0 and < 12 && chord.Bass is >= 0 and < 12 && chord.Intervals.Length > 1)
            );

    [Fact]
    public void Transposing_moves_every_note_and_twelve_times_a_semitone_comes_home() =>
        Gen.Select(Chords, Gen.Int[-40, 40], Gen.Int[0, 127])
            .Sample(
                (chord, semitones, key) =>
                    chord.Contains(key) == chord.Transpose(semitones).Contains(key + semitones)
                    && chord.Transpose(semitones).Transpose(-semitones) == chord
            );

    [Theory]
    [InlineData("I", 0, "C")]
    [InlineData("I", 9, "A")]
    [InlineData("ii7", 0, "Dm7")]
    [InlineData("iii", 0, "Em")]
    [InlineData("IVmaj7", 7, "Cmaj7")]
    [InlineData("V7sus4", 0, "G7sus4")]
    [InlineData("V/3", 0, "G/B")]
    [InlineData("I/5", 0, "C/G")]
    [InlineData("V7/7", 0, "G7/F")]
    [InlineData("vi", 0, "Am")]
    [InlineData("viidim", 0, "Bdim")]
    [InlineData("viiø", 0, "Bm7b5")]
    [InlineData("bVII", 0, "Bb")]
    [InlineData("bVI", 9, "F")]
    [InlineData("#IV", 0, "F#")]
    [InlineData("#ivdim7", 0, "F#dim7")]
    [InlineData("i", 9, "Am")]
    [InlineData("i7", 9, "Am7")]
    [InlineData("I5", 4, "E5")]
    [InlineData("bbVII", 0, "A")]
    public void A_numeral_is_read_in_its_key(string numeral, int tonic, string symbol) =>
        Assert.Equal(symbol, ChordSymbols.FromNumeral(numeral, tonic).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("VIII")]
    [InlineData("Iv")]
    [InlineData("I/2")]
    [InlineData("I/7")]
    [InlineData("I5/5")]
    [InlineData("Ifoo")]
    [InlineData("C")]
    public void What_is_no_numeral_is_refused_by_name(string numeral)
    {
        var refusal = Assert.Throws<FormatException>(() => ChordSymbols.FromNumeral(numeral, 0));
        Assert.Contains($"'{numeral}'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_numeral_moves_with_its_key() =>
        Gen.Select(
                Gen.Int[0, 6].Select(i => ((string[])["I", "ii7", "V/3", "bVII", "viiø", "#iv", "IVadd9/5"])[i]),
                Gen.Int[0, 11],
                Gen.Int[0, 11]
            )
            .Sample(
                (numeral, from, to) =>
                    ChordSymbols.FromNumeral(numeral, from).Transpose(to - from)
                    == ChordSymbols.FromNumeral(numeral, to)
            );

    [Fact]
    public void No_text_but_a_numeral_is_anything_else_than_a_format_error() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["IViv#b/357maj9ø"], 0, 8])
            .Sample(text =>
            {
                try
                {
                    return ChordSymbols.FromNumeral(text, 0).Root is >= 0 and < 12;
                }
                catch (FormatException)
                {
                    return true;
                }
            });
}
