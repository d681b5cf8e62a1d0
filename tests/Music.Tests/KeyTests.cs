using CsCheck;

namespace Troubadour.Music.Tests;

public class KeyTests
{
    [Theory]
    [InlineData("C", 0, Mode.Major)]
    [InlineData("c major", 0, Mode.Major)]
    [InlineData("Am", 9, Mode.Minor)]
    [InlineData("A m", 9, Mode.Minor)]
    [InlineData("CM", 0, Mode.Major)]
    [InlineData("F# minor", 6, Mode.Minor)]
    [InlineData("F♯ Minor", 6, Mode.Minor)]
    [InlineData("Bb major", 10, Mode.Major)]
    [InlineData("B♭maj", 10, Mode.Major)]
    [InlineData("Cb", 11, Mode.Major)]
    [InlineData("B#", 0, Mode.Major)]
    [InlineData("D dorian", 2, Mode.Dorian)]
    [InlineData("G Mixolydian", 7, Mode.Mixolydian)]
    [InlineData("  Eb min ", 3, Mode.Minor)]
    public void A_key_is_read(string text, int tonic, Mode mode)
    {
        Assert.True(Key.TryParse(text, out var key));
        Assert.Equal(new Key(tonic, mode), key);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("H")]
    [InlineData("C lydian")]
    [InlineData("C major minor")]
    [InlineData("#C")]
    [InlineData("1")]
    [InlineData("ß")]
    public void What_is_no_key_is_refused(string? text) => Assert.False(Key.TryParse(text, out _));

    [Fact]
    public void No_text_throws() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["ABCDEFGHm#b♯♭ ajordi"], 0, 12])
            .Sample(text => !Key.TryParse(text, out var key) || key.Tonic is >= 0 and < 12);

    [Fact]
    public void A_key_is_read_back_from_its_name()
    {
        foreach (var mode in (Mode[])[Mode.Major, Mode.Minor, Mode.Dorian, Mode.Mixolydian])
        {
            foreach (var tonic in Enumerable.Range(0, 12))
            {
                var key = new Key(tonic, mode);
                Assert.True(Key.TryParse(key.ToString(), out var again));
                Assert.Equal(key, again);
            }
        }
    }

    [Fact]
    public void Melodies_use_notes_of_the_scale_and_the_third_tells_minor_from_major()
    {
        foreach (var mode in Enum.GetValues<Mode>())
        {
            var key = new Key(5, mode);
            Assert.Equal(7, key.Degrees.Length);
            Assert.Equal(key.Degrees.Order(), key.Degrees);
            Assert.Subset(key.Degrees.ToHashSet(), key.MelodyDegrees.ToHashSet());
            Assert.Equal(key.IsMinor, key.Degrees.Contains(3));
            Assert.Equal(!key.IsMinor, key.Degrees.Contains(4));
        }
    }
}
