using CsCheck;

namespace Troubadour.Audio.Tests.Numerics;

/// <summary>Oracle: the C library behind System.Math, within 2e-15 relative (or absolute, where the result passes through zero).</summary>
public class DeterministicMathTests
{
    private const double Tolerance = 2e-15;

    [Fact]
    public void Exp_is_accurate() => Check(Gen.Double[-700, 700], Math.Exp, DeterministicMath.Exp);

    [Fact]
    public void Exp_of_small_numbers_is_accurate() => Check(Gen.Double[-1, 1], Math.Exp, DeterministicMath.Exp);

    [Fact]
    public void Log_is_accurate() => Check(Gen.Double[1e-300, 1e300], Math.Log, DeterministicMath.Log);

    [Fact]
    public void Log_near_one_is_accurate() => Check(Gen.Double[0.5, 2], Math.Log, DeterministicMath.Log);

    [Fact]
    public void Log_of_subnormals_is_accurate() => Check(Gen.Double[5e-324, 2e-308], Math.Log, DeterministicMath.Log);

    [Fact]
    public void Log2_is_accurate() => Check(Gen.Double[1e-9, 1e9], Math.Log2, DeterministicMath.Log2);

    [Fact]
    public void Log10_is_accurate() => Check(Gen.Double[1e-9, 1e9], Math.Log10, DeterministicMath.Log10);

    [Fact]
    public void Exp2_is_accurate() => Check(Gen.Double[-1000, 1000], x => Math.Pow(2, x), DeterministicMath.Exp2);

    [Fact]
    public void Exp2_of_whole_numbers_is_exact()
    {
        for (var n = -1020; n <= 1020; n++)
        {
            Assert.Equal(Math.ScaleB(1, n), DeterministicMath.Exp2(n));
        }
    }

    [Fact]
    public void Sin_is_accurate() => CheckAbsolute(Gen.Double[-1e5, 1e5], Math.Sin, DeterministicMath.Sin);

    [Fact]
    public void Sin_of_small_numbers_is_accurate() => Check(Gen.Double[-3, 3], Math.Sin, DeterministicMath.Sin);

    [Fact]
    public void Cos_is_accurate() => CheckAbsolute(Gen.Double[-1e5, 1e5], Math.Cos, DeterministicMath.Cos);

    [Fact]
    public void Tan_is_accurate() => Check(Gen.Double[-1.5, 1.5], Math.Tan, DeterministicMath.Tan);

    [Fact]
    public void Tanh_is_accurate() => Check(Gen.Double[-25, 25], Math.Tanh, DeterministicMath.Tanh);

    [Fact]
    public void Atan_is_accurate() => Check(Gen.Double[-50, 50], Math.Atan, DeterministicMath.Atan);

    [Fact]
    public void Pow_loses_no_more_than_the_size_of_its_exponent() =>
        Gen.Select(Gen.Double[1e-3, 1e3], Gen.Double[-8, 8])
            .Sample(
                (x, y) =>
                {
                    var expected = Math.Pow(x, y);
                    var size = 1 + Math.Abs(y * Math.Log(x));
                    return Math.Abs(DeterministicMath.Pow(x, y) - expected) <= Tolerance * size * expected;
                },
                iter: 20000
            );

    [Fact]
    public void Decibels_go_there_and_back() =>
        Gen.Double[-120, 40]
            .Sample(
                db => Math.Abs(DeterministicMath.ToDecibels(DeterministicMath.FromDecibels(db)) - db) < 1e-12,
                iter: 20000
            );

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(-1000)]
    [InlineData(0)]
    [InlineData(1000)]
    [InlineData(double.PositiveInfinity)]
    public void Ends_of_the_line_are_as_in_the_library(double x)
    {
        Assert.Equal(Math.Exp(x), DeterministicMath.Exp(x));
        Assert.Equal(Math.Log(-Math.Abs(x)), DeterministicMath.Log(-Math.Abs(x)));
        Assert.Equal(Math.Tanh(x), DeterministicMath.Tanh(x), Tolerance);
    }

    private static void Check(Gen<double> inputs, Func<double, double> oracle, Func<double, double> ours) =>
        inputs.Sample(
            x =>
            {
                var expected = oracle(x);
                return Math.Abs(ours(x) - expected) <= Tolerance * Math.Abs(expected);
            },
            iter: 50000
        );

    private static void CheckAbsolute(Gen<double> inputs, Func<double, double> oracle, Func<double, double> ours) =>
        inputs.Sample(x => Math.Abs(ours(x) - oracle(x)) <= Tolerance, iter: 50000);
}
