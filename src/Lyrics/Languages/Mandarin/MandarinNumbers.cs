using System.Text;

namespace Troubadour.Lyrics;

/// <summary>Numbers in figures as Chinese reads them.</summary>
internal static class MandarinNumbers
{
    private const string Digits = "零一二三四五六七八九";
    private const string Measures = "个只次遍位颗条人杯秒分天年岁块张件座朵双首段滴场步行片句种封间家里瓶碗夜";
    private const int MostDigits = 8;

    /// <summary>The characters of a number.</summary>
    /// <param name="digits">Figures 0 to 9, at least one.</param>
    /// <param name="next">The character after it.</param>
    public static string Read(string digits, char next)
    {
        var isYear = digits.Length == 4 && next == '年' && !(digits.EndsWith("000", StringComparison.Ordinal));
        if (isYear || digits.Length > MostDigits || (digits.Length > 1 && digits[0] == '0'))
        {
            return string.Concat(digits.Select(d => Digits[d - '0']));
        }

        if (digits == "2" && Measures.Contains(next, StringComparison.Ordinal))
        {
            return "两";
        }

        var value = int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
        return value == 0 ? "零"
            : value < 10000 ? Thousands(value)
            : Thousands(value / 10000) + "万" + Rest(value % 10000);
    }

    private static string Rest(int value) =>
        value == 0 ? ""
        : value < 1000 ? "零" + Thousands(value, isInside: true)
        : Thousands(value);

    // 15 is 十五 alone and 一十五 inside a larger number.
    private static string Thousands(int value, bool isInside = false)
    {
        var text = new StringBuilder();
        var gap = false;
        for (var (unit, name) = (1000, 0); unit > 0; unit /= 10, name++)
        {
            var digit = value / unit % 10;
            if (digit == 0)
            {
                gap = text.Length > 0;
                continue;
            }

            text.Append(gap ? "零" : "");
            gap = false;
            var isTen = unit == 10 && digit == 1 && text.Length == 0 && !isInside;
            text.Append(
                isTen ? ""
                : unit == 1000 && digit == 2 ? "两"
                : Digits[digit].ToString()
            );
            text.Append(unit == 1 ? "" : "千百十"[name].ToString());
        }

        return text.ToString();
    }
}
