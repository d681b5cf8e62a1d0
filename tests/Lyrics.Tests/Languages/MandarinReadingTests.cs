namespace Troubadour.Lyrics.Tests;

public sealed class MandarinReadingTests
{
    private static readonly MandarinReader Reader = new();

    [Theory]
    // Words whose characters are read by the word
    [InlineData("银行", "yin2 hang2")]
    [InlineData("旅行的人", "lv3 xing2 de5 ren2")]
    [InlineData("两行眼泪", "liang3 hang2 yan3 lei4")]
    [InlineData("长大以后", "zhang3 da4 yi3 hou4")]
    [InlineData("路还很长", "lu4 hai2 hen3 chang2")]
    [InlineData("音乐响起", "yin1 yue4 xiang2 qi3")]
    [InlineData("快乐的歌", "kuai4 le4 de5 ge1")]
    [InlineData("重新出发", "chong2 xin1 chu1 fa1")]
    [InlineData("沉重的心", "chen2 zhong4 de5 xin1")]
    [InlineData("故都的秋", "gu4 du1 de5 qiu1")]
    [InlineData("我们都爱你", "wo3 men5 dou1 ai4 ni3")]
    [InlineData("归还给你", "gui1 huan2 gei2 ni3")]
    [InlineData("还没睡觉", "hai2 mei2 shui4 jiao4")]
    [InlineData("感觉很好", "gan3 jue2 hen2 hao3")]
    [InlineData("好奇的孩子", "hao4 qi2 de5 hai2 zi5")]
    [InlineData("一只小鸟", "yi4 zhi1 xiao2 niao3")]
    [InlineData("只为你", "zhi3 wei4 ni3")]
    [InlineData("成为英雄", "cheng2 wei2 ying1 xiong2")]
    [InlineData("白色头发", "bai2 se4 tou2 fa4")]
    [InlineData("发光的星星", "fa1 guang1 de5 xing1 xing5")]
    [InlineData("干净的天空", "gan1 jing4 de5 tian1 kong1")]
    [InlineData("我有空", "wo2 you3 kong4")]
    [InlineData("缘分已尽", "yuan2 fen4 yi3 jin4")]
    [InlineData("分开的时候", "fen1 kai1 de5 shi2 hou5")]
    [InlineData("一首歌曲", "yi4 shou3 ge1 qu3")]
    [InlineData("弯曲的小路", "wan1 qu1 de5 xiao3 lu4")]
    [InlineData("少年的梦", "shao4 nian2 de5 meng4")]
    [InlineData("多少次", "duo1 shao3 ci4")]
    [InlineData("数星星", "shu3 xing1 xing5")]
    [InlineData("无数的灯", "wu2 shu4 de5 deng1")]
    [InlineData("旋转木马", "xuan2 zhuan4 mu4 ma3")]
    [InlineData("转身离开", "zhuan3 shen1 li2 kai1")]
    [InlineData("今朝有酒", "jin1 zhao1 you2 jiu3")]
    [InlineData("朝着海走", "chao2 zhe5 hai2 zou3")]
    [InlineData("弹着吉他", "tan2 zhe5 ji2 ta1")]
    [InlineData("子弹", "zi3 dan4")]
    [InlineData("雨落下来", "yu3 luo4 xia4 lai2")]
    [InlineData("勉强笑着", "mian2 qiang3 xiao4 zhe5")]
    [InlineData("坚强一点", "jian1 qiang2 yi4 dian3")]
    [InlineData("相片", "xiang4 pian4")]
    [InlineData("相信自己", "xiang1 xin4 zi4 ji3")]
    [InlineData("应该回应", "ying1 gai1 hui2 ying4")]
    [InlineData("种花", "zhong4 hua1")]
    [InlineData("这种感觉", "zhe4 zhong2 gan3 jue2")]
    [InlineData("背着背包", "bei1 zhe5 bei1 bao1")]
    [InlineData("你的背影", "ni3 de5 bei4 ying3")]
    [InlineData("出差", "chu1 chai1")]
    [InlineData("相处", "xiang1 chu3")]
    [InlineData("灯火深处", "deng1 huo3 shen1 chu4")]
    [InlineData("时光倒流", "shi2 guang1 dao4 liu2")]
    [InlineData("跌倒了", "die1 dao3 le5")]
    [InlineData("放假", "fang4 jia4")]
    [InlineData("主角", "zhu3 jue2")]
    [InlineData("转角", "zhuan2 jiao3")]
    [InlineData("教会我飞", "jiao1 hui4 wo3 fei1")]
    [InlineData("尽管", "jin2 guan3")]
    [InlineData("商量", "shang1 liang2")]
    [InlineData("力量", "li4 liang4")]
    [InlineData("露出笑脸", "lou4 chu1 xiao4 lian3")]
    [InlineData("宁愿", "ning4 yuan4")]
    [InlineData("载歌载舞", "zai4 ge1 zai4 wu3")]
    [InlineData("一年半载", "yi4 nian2 ban4 zai3")]
    [InlineData("兴奋", "xing1 fen4")]
    [InlineData("为何淹没", "wei4 he2 yan1 mo4")]
    [InlineData("挣扎", "zheng1 zha2")]
    [InlineData("漂泊", "piao1 bo2")]
    [InlineData("薄雾", "bo2 wu4")]
    [InlineData("便宜", "pian2 yi2")]
    [InlineData("划过", "hua2 guo4")]
    [InlineData("呼吸", "hu1 xi1")]
    [InlineData("目的", "mu4 di4")]
    [InlineData("得到", "de2 dao4")]
    [InlineData("跑得快", "pao3 de5 kuai4")]
    [InlineData("静静地听", "jing4 jing4 de5 ting1")]
    [InlineData("冷冷地看", "leng2 leng3 de5 kan4")]
    [InlineData("大地", "da4 di4")]
    [InlineData("着急", "zhao2 ji2")]
    [InlineData("睡着了", "shui4 zhao2 le5")]
    [InlineData("沉着", "chen2 zhuo2")]
    [InlineData("了解", "liao2 jie3")]
    [InlineData("忘不了", "wang4 bu4 liao3")]
    // Sandhi
    [InlineData("你好", "ni2 hao3")]
    [InlineData("我想你", "wo2 xiang2 ni3")]
    [InlineData("我也想你", "wo2 ye3 xiang2 ni3")]
    [InlineData("不是", "bu2 shi4")]
    [InlineData("不知道", "bu4 zhi1 dao4")]
    [InlineData("要不要", "yao4 bu5 yao4")]
    [InlineData("一个", "yi2 ge4")]
    [InlineData("一天", "yi4 tian1")]
    [InlineData("第一次", "di4 yi1 ci4")]
    [InlineData("看一看", "kan4 yi5 kan4")]
    [InlineData("唯一", "wei2 yi1")]
    // Particles
    [InlineData("你爱我吗", "ni3 ai4 wo3 ma5")]
    [InlineData("走吧", "zou3 ba5")]
    [InlineData("朋友啊", "peng2 you5 a5")]
    // Figures
    [InlineData("2024年", "er4 ling2 er4 si4 nian2")]
    [InlineData("3个人", "san1 ge4 ren2")]
    [InlineData("2个人", "liang3 ge4 ren2")]
    [InlineData("15岁", "shi2 wu3 sui4")]
    [InlineData("105天", "yi4 bai3 ling2 wu3 tian1")]
    [InlineData("1000年", "yi4 qian1 nian2")]
    [InlineData("12月24日", "shi2 er4 yue4 er4 shi2 si4 ri4")]
    [InlineData("20000", "er4 wan4")]
    // Traditional characters
    [InlineData("愛情來了", "ai4 qing2 lai2 le5")]
    [InlineData("風雨過後", "feng1 yu3 guo4 hou4")]
    [InlineData("聽見你說", "ting1 jian4 ni3 shuo1")]
    public void A_stretch_is_read_so(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Reader.Pinyins(text)));

    [Fact]
    public void Words_by_their_reading_are_listed() => Assert.True(new MandarinWords().Count >= 400);

    [Fact]
    public void Nearly_every_character_of_the_blocks_has_a_reading_and_phones()
    {
        var readings = new HanReadings();
        var sounds = new MandarinSounds();
        var known = 0;
        for (var c = '\u3400'; c <= '\u9FFF'; c++)
        {
            if (readings.Of(c).Letters is { } letters)
            {
                known++;
                Assert.True(sounds.Phones(letters).Count(Phones.IsVowel) == 1, $"{c} {letters}");
            }
        }

        Assert.InRange(known, 26000, 27600);
    }
}
