using System.Diagnostics;

namespace Troubadour.Synthesis.Tests;

public class SameBytesTests
{
    [Theory]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    [InlineData("DOTNET_EnableAVX")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_TieredCompilation")]
    public void Every_patch_is_the_same_with_a_processor_feature_off(string feature)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location])
        {
            RedirectStandardOutput = true,
        };
        start.Environment[feature] = "0";
        using var process = Process.Start(start)!;
        var hash = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        Assert.Equal(Program.Hash(), hash);
    }
}
