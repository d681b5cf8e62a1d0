using CsCheck;

namespace Troubadour.Lyrics.Tests;

public sealed class ChineseLineTests
{
    private static Pronouncer Pronouncer => SharedPronouncer.Value;

    [Theory]
    [InlineData("我爱你", "我 爱 你", 3)]
    [InlineData("月下长桥，灯火微。", "月 下 长 桥 灯 火 微", 7)]
    [InlineData("Baby 你听见了吗", "Baby 你 听 见 了 吗", 7)]
    [InlineData("爱你so much再见", "爱 你 so much 再 见", 6)]
    [InlineData("2024年的夏天", "2024 年 的 夏 天", 8)]
    [InlineData("２０２４年", "2024 年", 5)]
    [InlineData("A4纸和MP3", "A4 纸 和 MP3", 7)]
    [InlineData("我们一起玩儿吧", "我 们 一 起 玩儿 吧", 6)]
    [InlineData("月儿弯弯", "月 儿 弯 弯", 4)]
    [InlineData("人人々", "人 人 々", 3)]
    [InlineData("「爱」……《情》", "爱 情", 2)]
    public void A_line_gives_a_word_for_each_character(string line, string words, int syllables)
    {
        var sung = Pronouncer.Line(line);
        Assert.Equal(words, string.Join(' ', sung.Select(word => word.Text)));
        Assert.Equal(syllables, sung.Sum(word => word.Syllables.Length));
    }

    [Fact]
    public void Characters_have_tones_and_stress_and_Latin_words_have_no_tones()
    {
        var words = Pronouncer.Line("我的 love 是明月");
        Assert.Equal([3, 5, 0, 4, 2, 4], words.Select(word => word.Syllables[0].Tone));
        Assert.Equal([0, 0, 1, 0, 1, 1], words.Select(word => word.Syllables[0].Stress));
        Assert.Equal([false, false, true, false, true, true], words.Select(word => word.IsContent));
    }

    [Fact]
    public void What_stands_in_parentheses_is_the_second_voice()
    {
        var words = Pronouncer.Line("等你（等你 oh yeah）归来");
        Assert.Equal([false, false, true, true, true, true, false, false], words.Select(word => word.IsBacking));
    }

    [Theory]
    [InlineData("这儿", "jh er")]
    [InlineData("事儿", "sh er")]
    [InlineData("一点儿", "d y aa r")]
    [InlineData("玩儿", "w aa r")]
    [InlineData("味儿", "w er")]
    public void The_r_of_erhua_is_part_of_its_syllable(string word, string phones) =>
        Assert.Equal(phones, string.Join(' ', Pronouncer.Line(word)[^1].Syllables[^1].Phones));

    [Fact]
    public void Lines_are_breaths_of_a_few_characters_cut_at_their_pauses()
    {
        var sections = LyricsReader.Read(
            """
            【主歌】
            月下长桥灯火微，晚风轻轻吹我衣
            我想把所有没说出口的话都写进今天晚上的信里面
            [副歌]
            等你归来，再看月光
            间奏：
            尾声：
            再见
            """
        );
        Assert.Equal(["verse", "chorus", "inst", "outro"], sections.Select(section => section.Kind));
        Assert.Equal(
            ["月下长桥灯火微", "晚风轻轻吹我衣", "我想把所有没说出口的话", "都写进今天晚上的信里面"],
            sections[0].Lines.Select(line => line.Text)
        );
        Assert.Equal(["月下长桥灯火微 晚风轻轻吹我衣"], sections[0].Written.Take(1));
        Assert.Equal("等你归来 再看月光", Assert.Single(sections[1].Lines).Text);
    }

    [Fact]
    public void A_song_on_one_line_is_cut_at_its_stops()
    {
        var sections = LyricsReader.Read(
            "[verse]春天的风吹过山岗，夏天的雨落在池塘。秋天的叶铺满了路，冬天的雪盖住村庄。[chorus]一年一年就这样走，你在我心上。"
        );
        Assert.Equal(2, sections.Length);
        Assert.Equal(4, sections[0].Lines.Length);
        Assert.All(sections.SelectMany(section => section.Lines), line => Assert.InRange(line.Text.Length, 4, 14));
    }

    [Fact]
    public void Without_tags_the_stanza_that_returns_is_the_chorus() =>
        Assert.Equal(
            ["verse", "chorus", "verse", "chorus"],
            LyricsReader
                .Read("山高水长\n人未老\n\n等你归来\n看月光\n\n故人何处\n寄相思\n\n等你归来\n看月光")
                .Select(section => section.Kind)
        );

    [Fact]
    public void Any_mixture_gives_breaths_that_fit_and_syllables_with_one_vowel() =>
        Gen.String["的了不一行长乐重都还没觉好春风又绿江南岸明月何时照我还儿々〇ab 12，。！（）"]
            .Sample(
                text =>
                {
                    foreach (var line in LyricsReader.Read(text).SelectMany(section => section.Lines))
                    {
                        Assert.InRange(HanLines.Count(line.Text), 1, 18);
                        Assert.All(
                            Pronouncer.Line(line.Text).SelectMany(word => word.Syllables),
                            syllable => Assert.Equal(1, syllable.Phones.Count(Phones.IsVowel))
                        );
                    }
                },
                iter: 3000
            );
}
