namespace Troubadour.Composing.Tests.Shared;

/// <summary>Chinese lyrics written for these tests.</summary>
internal static class ChineseWords
{
    /// <summary>A lantern on the river, in pairs of seven.</summary>
    public const string Lantern = """
        [verse]
        月下长桥灯火微，晚风轻轻吹我衣
        故人一去三千里，江水无声载船归
        旧时庭院桃花落，燕子低飞不再回
        一壶浊酒向谁举，满城烟雨是相思
        [chorus]
        点一盏河灯，放它去远方
        愿它替我，照亮你的窗
        若有来生，还在这渡口
        等你归来，再看月光
        [verse]
        谁家笛声过墙来，吹散心头多少尘
        一笔一画写你名，写到天明墨未干
        山高水长人未老，青丝却染几分霜
        回头万里无归路，只有明月伴我行
        [chorus]
        点一盏河灯，放它去远方
        愿它替我，照亮你的窗
        若有来生，还在这渡口
        等你归来，再看月光
        """;

    /// <summary>The last bus of a city summer.</summary>
    public const string LastBus = """
        [verse]
        末班车开过安静的街道
        耳机里放着我们的歌谣
        你说夏天结束就要分开
        我笑着点头却忘了回答
        [pre-chorus]
        如果时间能够慢一点走
        我想再牵一次你的手
        [chorus]
        我们在二十岁的夜里奔跑
        不怕明天会有多少烦恼
        星星落在你的眼睛里
        那是我见过最美的海
        [verse]
        旧照片还放在书桌旁边
        雨后的操场没有人经过
        后来我们都变成了大人
        偶尔会想起那年的晚霞
        [chorus]
        我们在二十岁的夜里奔跑
        不怕明天会有多少烦恼
        星星落在你的眼睛里
        那是我见过最美的海
        """;

    /// <summary>Going home at new year.</summary>
    public const string Home = """
        [verse]
        火车穿过冬天的平原
        妈妈在电话里问我几点
        一年又一年跑得太快
        行李里装满了想念
        [chorus]
        回家吧，回家吧
        门口的灯还亮着
        一碗热汤，一句慢慢吃
        世界再大也比不上这里
        [bridge]
        小时候总想飞得更远
        长大了才懂得什么是牵挂
        [chorus]
        回家吧，回家吧
        门口的灯还亮着
        一碗热汤，一句慢慢吃
        世界再大也比不上这里
        """;

    /// <summary>A swordsman leaves.</summary>
    public const string Sword = """
        [verse]
        一剑霜寒照九州，少年打马过城楼
        黄沙漫漫无归路，故乡明月在心头
        [verse]
        谁人不识英雄泪，英雄不说半点愁
        且把长歌当烈酒，醉里看花不回头
        [chorus]
        江湖路远，风雪满肩
        我自横刀，笑对苍天
        来时无牵，去时无怨
        只留一曲，在人间
        [outro]
        只留一曲，在人间
        """;

    /// <summary>Rain over two cities, with a little English.</summary>
    public const string Rain = """
        [verse]
        雨下在你的城市我的窗
        手机屏幕还亮着没说晚安
        我们隔着三个小时的时差
        却数着同一片月光
        [chorus]
        Baby 你听见了吗，这场雨
        它替我说了好多话
        Hold me now 再靠近一点点
        让沉默也变得温暖
        [verse]
        咖啡凉了又热热了又凉
        写给你的信总是少一行
        如果勇气可以邮寄
        我会把它放进你掌心
        [chorus]
        Baby 你听见了吗，这场雨
        它替我说了好多话
        Hold me now 再靠近一点点
        让沉默也变得温暖
        """;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All => [Lantern, LastBus, Home, Sword, Rain];
}
