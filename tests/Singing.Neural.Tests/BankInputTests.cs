using Troubadour.Music;

namespace Troubadour.Singing.Neural.Tests;

/// <summary>What models may ask for is given, and heard.</summary>
public class BankInputTests
{
    [Theory]
    [InlineData("steps")]
    [InlineData("speedup")]
    [InlineData("depth|steps", "use_continuous_acceleration: true\nmax_depth: 0.6\n")]
    [InlineData("depth:float|steps", "use_continuous_acceleration: true\nmax_depth: 0.6\n")]
    [InlineData("depth|speedup", "use_shallow_diffusion: true\nmax_depth: 400\n")]
    [InlineData("gender|velocity|steps", "augmentation_args: {random_pitch_shifting: {range: [-5., 5.]}}\n")]
    [InlineData("energy|breathiness|voicing|tension|steps")]
    [InlineData("noise|steps")]
    public void Optional_inputs_are_given(string optional, string more = "")
    {
        using var bank = new TinyBank { Optional = optional.Split('|'), More = more };
        using var singer = bank.Load();
        Assert.True(singer.Sing(Phrases.BoatSong(), Phrases.Warm, 3).Samples.Max() > 0.05);
    }

    [Fact]
    public void Steps_and_depth_follow_the_operator_and_the_banks_limit()
    {
        const string shallow = "use_shallow_diffusion: true\nmax_depth: 400\n";
        var deep = Heard(["depth", "speedup"], "steps: 20\n", shallow);
        Assert.Equal(deep, Heard(["depth", "speedup"], "steps: 20\ndepth: 0.7\n", shallow));
        Assert.NotEqual(deep, Heard(["depth", "speedup"], "steps: 20\ndepth: 0.2\n", shallow));
        Assert.NotEqual(Heard(["steps"], "steps: 20\n", ""), Heard(["steps"], "steps: 200\n", ""));
        Assert.Equal(Heard(["speedup"], "steps: 30\n", ""), Heard(["speedup"], "steps: 40\n", ""));
    }

    [Fact]
    public void Speakers_are_chosen_and_mixed_by_gender_and_timbre()
    {
        using var bank = new TinyBank
        {
            Optional = ["spk_embed", "steps"],
            More = "speakers: [embeds/tiny.anna, embeds/tiny.bert]\n",
            Operators = "speakers:\n  Female: anna\n  Male: bert\n  Male Sweet: {anna: 1, bert: 1}\n",
        };
        Directory.CreateDirectory(bank.At("embeds"));
        bank.Write();
        bank.SaveVector("embeds/tiny.anna.emb", 1, 0, 0, 0);
        bank.SaveVector("embeds/tiny.bert.emb", 0, 0, -2, 0);
        var female = Level(bank, new VoiceSpec(Gender.Female, Timbre.Warm));
        var male = Level(bank, new VoiceSpec(Gender.Male, Timbre.Warm));
        var mixed = Level(bank, new VoiceSpec(Gender.Male, Timbre.Sweet));
        Assert.True(male < 0.97 * mixed && mixed < 0.97 * female, $"{male} {mixed} {female}");
    }

    [Fact]
    public void Languages_are_told_by_the_phonemes_prefix()
    {
        using var bank = new TinyBank
        {
            Phonemes = ["<PAD>", "AP", "SP", .. PhoneSubstitutes.Phones.Select(p => "en/" + p)],
            Json = true,
            Optional = ["languages", "steps"],
            More = "use_lang_id: true\nlanguages: languages.json\n",
        };
        bank.Write();
        File.WriteAllText(bank.At("languages.json"), """{"en": 30, "ja": 1}""");
        var english = Level(bank, Phrases.Warm);
        File.WriteAllText(bank.At("languages.json"), """{"en": 0, "ja": 1}""");
        Assert.NotEqual(english, Level(bank, Phrases.Warm), 5);
    }

    [Fact]
    public void Formants_move_by_timbre_and_towards_the_other_gender()
    {
        using var bank = new TinyBank
        {
            Optional = ["gender", "steps"],
            Operators = "voice: Female\nshift: {Male Cute: -5}\n",
        };
        bank.Write();
        var female = Level(bank, new VoiceSpec(Gender.Female, Timbre.Warm));
        var male = Level(bank, new VoiceSpec(Gender.Male, Timbre.Warm));
        var deepest = Level(bank, new VoiceSpec(Gender.Male, Timbre.Cute));
        var bright = Level(bank, new VoiceSpec(Gender.Female, Timbre.Bright));
        Assert.True(deepest < male && male < female && female < bright, $"{deepest} {male} {female} {bright}");
    }

    [Fact]
    public void A_variance_predictor_colours_what_the_bank_takes_and_effort_adds_to_it()
    {
        using var plain = new TinyBank { Optional = ["energy", "tension", "steps"] };
        using var predicted = new TinyBank { Optional = ["energy", "tension", "steps"], HasVariance = true };
        Assert.NotEqual(Level(plain.Write(), Phrases.Warm), Level(predicted.Write(), Phrases.Warm), 5);
        Assert.True(Level(predicted, Phrases.Warm, 0.1) < Level(predicted, Phrases.Warm, 1));
    }

    [Theory]
    [InlineData("mel_base: e\n")]
    [InlineData("mel_base: 10\n")]
    public void A_spectrogram_of_another_base_is_converted(string more)
    {
        using var bank = new TinyBank { More = more };
        using var singer = bank.Load();
        Assert.True(singer.Sing(Phrases.BoatSong(), Phrases.Warm, 3).Samples.Max() > 0.05);
    }

    private static double Heard(string[] optional, string operators, string more)
    {
        using var bank = new TinyBank
        {
            Optional = optional,
            Operators = operators,
            More = more,
        }.Write();
        return Level(bank, Phrases.Warm);
    }

    // The mean level before a phrase is brought to its loudness: the generated vocoder bends it by every band of the spectrogram.
    private static double Level(TinyBank bank, VoiceSpec voice, double effort = 0.6)
    {
        var read = bank.Read();
        using var renderer = new RunRenderer(read);
        var phrase = Phrases.BoatSong() with { Effort = effort };
        var slots = PhraseSlots.Of(phrase);
        var random = new RandomStream(3, "test");
        var phonemes = PhraseTiming.Plan(slots, read.Phones, null, false, voice, random);
        var run = renderer.Render(new NeuralTake(phrase, 0), slots, phonemes, voice, random);
        return run.Samples.Average(Math.Abs);
    }
}
