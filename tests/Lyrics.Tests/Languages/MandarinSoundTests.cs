namespace Troubadour.Lyrics.Tests;

public sealed class MandarinSoundTests
{
    // Every syllable of Modern Standard Chinese in Hanyu Pinyin (Xiandai Hanyu Cidian's table), v for u with two dots.
    private const string Syllables = """
        a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce cen ceng cha chai chan chang
        chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo ci cong cou cu cuan cui cun cuo da dai dan dang dao de
        dei den deng di dian diao die ding diu dong dou du duan dui dun duo e ei en eng er fa fan fang fei fen feng fo fou fu ga gai gan gang
        gao ge gei gen geng gong gou gu gua guai guan guang gui gun guo ha hai han hang hao he hei hen heng hong hou hu hua huai huan huang
        hui hun huo ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun ka kai kan kang kao ke kei ken keng kong kou ku kua kuai
        kuan kuang kui kun kuo la lai lan lang lao le lei leng li lia lian liang liao lie lin ling liu lo long lou lu luan lun luo lv lve ma
        mai man mang mao me mei men meng mi mian miao mie min ming miu mo mou mu na nai nan nang nao ne nei nen neng ni nian niang niao nie
        nin ning niu nong nou nu nuan nuo nv nve o ou pa pai pan pang pao pei pen peng pi pian piao pie pin ping po pou pu qi qia qian qiang
        qiao qie qin qing qiong qiu qu quan que qun ran rang rao re ren reng ri rong rou ru rua ruan rui run ruo sa sai san sang sao se sen
        seng sha shai shan shang shao she shei shen sheng shi shou shu shua shuai shuan shuang shui shun shuo si song sou su suan sui sun suo
        ta tai tan tang tao te teng ti tian tiao tie ting tong tou tu tuan tui tun tuo wa wai wan wang wei wen weng wo wu xi xia xian xiang
        xiao xie xin xing xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying yo yong you yu yuan yue yun za zai zan zang zao ze zei zen
        zeng zha zhai zhan zhang zhao zhe zhei zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo zi zong zou zu zuan zui
        zun zuo
        """;

    private static readonly MandarinSounds Sounds = new();

    private static string[] All =>
        Syllables.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [Fact]
    public void Every_syllable_has_one_vowel_and_known_phones()
    {
        Assert.InRange(All.Distinct().Count(), 400, 420);
        Assert.All(
            All,
            syllable =>
            {
                var phones = Sounds.Phones(syllable);
                Assert.Equal(1, phones.Count(Phones.IsVowel));
                Assert.All(phones, phone => Assert.NotNull(Phones.Find(phone)));
            }
        );
    }

    [Fact]
    public void No_two_syllables_sound_alike() =>
        Assert.Empty(
            All.GroupBy(syllable => string.Join(' ', Sounds.Phones(syllable)))
                .Where(group => group.Count() > 1)
                .Select(group => string.Join('=', group))
        );

    [Theory]
    [InlineData("bao", "b aw")]
    [InlineData("pao", "p aw")]
    [InlineData("xiang", "sh y aa ng")]
    [InlineData("shang", "sh aa ng")]
    [InlineData("zhong", "jh uh ng")]
    [InlineData("ju", "jh y uw")]
    [InlineData("zhu", "jh uw")]
    [InlineData("quan", "ch w eh n")]
    [InlineData("chuan", "ch w aa n")]
    [InlineData("si", "s ih")]
    [InlineData("shi", "sh er")]
    [InlineData("xi", "sh iy")]
    [InlineData("ci", "t s ih")]
    [InlineData("zuo", "d z w ao")]
    [InlineData("lv", "l y uw")]
    [InlineData("lian", "l y eh n")]
    [InlineData("liu", "l y ow")]
    [InlineData("dui", "d w ey")]
    [InlineData("yuan", "y w eh n")]
    [InlineData("er", "aa r")]
    [InlineData("xyz", "")]
    public void A_syllable_has_these_phones(string pinyin, string phones) =>
        Assert.Equal(phones, string.Join(' ', Sounds.Phones(pinyin)));
}
