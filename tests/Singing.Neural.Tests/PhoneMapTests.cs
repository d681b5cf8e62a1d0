namespace Troubadour.Singing.Neural.Tests;

public class PhoneMapTests
{
    [Theory]
    [InlineData("", false)]
    [InlineData("en/", false)]
    [InlineData("", true)]
    [InlineData("en/", true)]
    public void Banks_of_arpabet_map_each_phone_to_itself(string prefix, bool upper)
    {
        string Named(string phone) => prefix + (upper ? phone.ToUpperInvariant() : phone);
        using var bank = new TinyBank { Phonemes = ["SP", .. PhoneSubstitutes.Phones.Select(Named)], Json = upper };
        var map = bank.Write().Read().Phones;
        Assert.All(PhoneSubstitutes.Phones, phone => Assert.Equal(Named(phone), Of(map, phone)));
        Assert.False(map.HasBreath);
    }

    [Fact]
    public void A_phone_that_is_lacking_is_sung_by_its_neighbours()
    {
        string[] lacking = ["ax", "zh", "oy", "er"];
        using var bank = new TinyBank { Phonemes = ["SP", "AP", .. PhoneSubstitutes.Phones.Except(lacking)] };
        var map = bank.Write().Read().Phones;
        Assert.Equal("ah", Of(map, "ax"));
        Assert.Equal("jh", Of(map, "zh"));
        Assert.Equal("ao iy", Of(map, "oy"));
        Assert.Equal("ah r", Of(map, "er"));
        Assert.True(map.HasBreath);
    }

    [Fact]
    public void A_bank_for_another_language_sings_with_its_accent()
    {
        string[] phonemes =
        [
            "SP",
            "AP",
            .. "a i u e o N k s sh t ch n h f m y r w g z j d b p".Split(' ').Select(p => "ja/" + p),
        ];
        using var bank = new TinyBank { Phonemes = phonemes, Operators = "language: ja\n" };
        var map = bank.Write().Read().Phones;
        Assert.Equal("ja/a ja/i", Of(map, "ay"));
        Assert.Equal("ja/r", Of(map, "l"));
        using var singer = NeuralSinger.Load(bank.Read());
        Assert.NotEmpty(singer.Sing(Phrases.BoatSong(), Phrases.Warm, 1).Samples);
    }

    [Fact]
    public void The_operators_word_goes_first()
    {
        using var bank = new TinyBank { Operators = "phones:\n  th: s\n  aw: [aa, ow]\n" };
        var map = bank.Write().Read().Phones;
        Assert.Equal("s", Of(map, "th"));
        Assert.Equal("aa ow", Of(map, "aw"));
        Assert.Equal("f", Of(map, "f"));
    }

    [Fact]
    public void A_phoneme_must_be_known_to_every_model()
    {
        using var bank = new TinyBank { HasDurations = true };
        bank.Write();
        var lines = File.ReadAllLines(bank.At("dsdur/phonemes.txt"));
        File.WriteAllLines(bank.At("dsdur/phonemes.txt"), lines.Select(line => line == "ax" ? "other" : line));
        Assert.Equal("ah", Of(bank.Read().Phones, "ax"));
    }

    private static string Of(PhoneMap map, string phone) => string.Join(' ', map.Of(phone));
}
