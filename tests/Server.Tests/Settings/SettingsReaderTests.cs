using Microsoft.Extensions.Configuration;
using Troubadour.Server.Settings;

namespace Troubadour.Server.Tests.Settings;

/// <summary>What an operator sets wrongly stops the start, in a sentence that names the setting.</summary>
public sealed class SettingsReaderTests
{
    [Theory]
    [InlineData("Worker", "2", "Troubadour:Worker' is not known")]
    [InlineData("Queue:MaxOpened", "2", "Troubadour:Queue:MaxOpened' is not known")]
    [InlineData("Engine:Bank", "x", "Troubadour:Engine:Bank' is not known")]
    [InlineData("Workers", "two", "must be a whole number, not 'two'")]
    [InlineData("Workers", "", "must be a whole number")]
    [InlineData("Workers", "-1", "Troubadour:Workers' must be 1 to 256")]
    [InlineData("Workers:A", "1", "is a single value, not a group")]
    [InlineData("Queue", "5", "is a group of settings")]
    [InlineData("BootstrapKey", "fifteen-letters", "must have 16 characters or more")]
    [InlineData("BootstrapKey", "sixteen letters and more", "ASCII")]
    [InlineData("BootstrapKey", "Schlüssel-mit-Umlaut", "ASCII")]
    [InlineData("BootstrapCredits", "-1", "must be 0 or more")]
    [InlineData("BootstrapCredits", "99999999999999999999", "must be a whole number")]
    [InlineData("PublicBaseUrl", "music.example", "must be an absolute http or https address")]
    [InlineData("PublicBaseUrl", "ftp://music.example", "must be an absolute http or https address")]
    [InlineData("DataDirectory", " ", "must name a folder")]
    [InlineData("Render:TimeoutSeconds", "0", "must be 1 to 86400")]
    [InlineData("Queue:MaxOpen", "0", "must be 1 or more")]
    [InlineData("Prices:Nuro", "-1", "must be 0 or more")]
    [InlineData("Role", "leader", "must be all, api or worker")]
    [InlineData("Role", "worker", "must be all with SQLite")]
    [InlineData("Database:Provider", "mysql", "must be sqlite or postgres")]
    [InlineData("Database:Provider", "postgres", "must say how to reach PostgreSQL")]
    [InlineData("Queue:CheckinSeconds", "0", "must be 1 to 300")]
    [InlineData("NoticeSeconds", "-1", "must be 0 to 600")]
    public void An_unknown_or_impossible_setting_is_refused(string name, string value, string sentence)
    {
        var refusal = Assert.Throws<SettingsException>(() => Read((name, value)));
        Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_settings_the_defaults_hold()
    {
        var settings = Read();
        Assert.Equal(("./data", 10, 3), (settings.DataDirectory, settings.Prices.Nuro, settings.Render.MaxCrashes));
        Assert.Equal(Math.Max(1, Environment.ProcessorCount - 1), settings.Slots);
    }

    [Theory]
    [InlineData("api", true, false)]
    [InlineData("worker", false, true)]
    [InlineData("all", true, true)]
    public void With_PostgreSQL_every_role_can_be_had(string role, bool answers, bool works)
    {
        var settings = Read(("Role", role), ("Database:Provider", "postgres"), ("Database:Connection", "Host=db"));
        Assert.Equal((answers, works, true), (settings.Answers, settings.Works, settings.IsCluster));
    }

    [Fact]
    public void Names_are_read_whatever_their_case_and_in_groups()
    {
        var settings = Read(("workers", "3"), ("QUEUE:maxopen", "7"), ("BootstrapKey", "sixteen-letters!"));
        Assert.Equal((3, 7, "sixteen-letters!"), (settings.Slots, settings.Queue.MaxOpen, settings.BootstrapKey));
    }

    [Fact]
    public void The_engines_settings_are_the_engines()
    {
        Read(("Engine:SoundBank", "bank.sf2"));
    }

    private static TroubadourSettings Read(params (string Name, string Value)[] values)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(v => KeyValuePair.Create($"Troubadour:{v.Name}", (string?)v.Value)))
            .Build();
        return SettingsReader.Read(configuration, ["SoundBank"]);
    }
}
