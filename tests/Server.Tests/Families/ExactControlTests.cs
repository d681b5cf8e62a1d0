using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Troubadour.Bookkeeping;

namespace Troubadour.Server.Tests.Families;

/// <summary>The fields of exact control through the door: what they mean, and what is refused in which words.</summary>
[Collection(SharedServerTests.Name)]
public sealed class ExactControlTests(SharedServer shared)
{
    public static TheoryData<string, string> Bad { get; } =
        new()
        {
            { """ "bpm":39.9 """, "bpm must be a number from 40 to 240" },
            { """ "bpm":"120" """, "bpm must be a number from 40 to 240" },
            { """ "key":"H minor" """, "key must be a key such as" },
            { """ "key":7 """, "key must be a string" },
            { """ "time_signature":"4/5" """, "time_signature must be a metre. Allowed: 4/4, 3/4, 6/8, 12/8" },
            { """ "time_signature":"1/16" """, "time_signature must be a metre" },
            { """ "seed":1.5 """, "seed must be a whole number" },
            { """ "seed":9223372036854775808 """, "seed must be a whole number" },
            { """ "chords":7 """, "chords must be a string such as" },
            { """ "chords":"" """, "chords must not be empty" },
            { """ "chords":[] """, "chords has 0 bars; 1 to 64" },
            { """ "chords":{} """, "chords must not be empty" },
            { """ "chords":"Am H C" """, "chords: 'H' in bar 2 is no chord symbol" },
            { """ "chords":"Am C, G" """, "chords: bar 2 has a comma without a chord" },
            { """ "chords":"C,D,E,F,G" """, "chords: bar 1 has 5 chords; at most 4" },
            { """ "chords":["C","x"] """, "chords: 'x' in bar 2" },
            { """ "chords":{"solo":"C"} """, "chords has an unknown section. Allowed: intro, verse" },
            { """ "chords":{"verse":7} """, "chords.verse must be a string" },
            { """ "chords":{"verse":["C",7]} """, "chords.verse[1] must be a string" },
            { """ "chords":{"verse":"C Q"} """, "chords.verse: 'Q' in bar 2" },
            { """ "chords":"verse: C; verse: D" """, "chords has verse twice" },
            { """ "chords":{"\ud800":"C"} """, "not valid Unicode" },
            { """ "structure":8 """, "structure must be an array of sections or a string" },
            { """ "structure":[8] """, "structure[0] must be a string or an object" },
            { """ "structure":["verse","solo"] """, "structure[1] has an unknown section. Allowed: intro" },
            { """ "structure":[{"bars":8}] """, "structure[0].section is required" },
            { """ "structure":[{"section":"solo","bars":8}] """, "structure[0].section has an unknown section" },
            {
                """ "structure":[{"section":"verse","bars":0}] """,
                "structure[0].bars must be a whole number from 1 to 64"
            },
            { """ "structure":[{"section":"verse","bars":65}] """, "structure[0].bars must be a whole number" },
            { """ "structure":[{"section":"verse","bars":"8"}] """, "structure[0].bars must be a whole number" },
            { """ "structure":[{"section":"verse","seconds":0.5}] """, "structure[0].seconds must be a number from 1" },
            { """ "structure":[{"section":"verse","bars":8,"seconds":9}] """, "structure[0] has bars and seconds" },
            {
                """ "structure":[{"section":"verse","bar":8}] """,
                "structure[0] has an unknown field. Allowed: section, bars"
            },
            { """ "structure":"verse:8 solo:4" """, "structure[1] has an unknown section" },
            { """ "structure":"verse:8.5" """, "structure[0]: bars must be a whole number" },
            { """ "structure":"verse:x" """, "structure[0]: write a section as" },
            { """ "structure":"verse:200s chorus:60s" """, "structure lasts 260 seconds together; at most 240" },
            { """ "structure":"" """, "structure must have 1 to 64 sections" },
        };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_bad_value_is_400_with_a_sentence_and_costs_nothing(string field, string sentence)
    {
        var api = await shared.Server.ClientAsync(10);
        foreach (var head in (string[])["\"lyrics\":\"la\"", "\"type\":\"bgm\",\"description\":\"calm\""])
        {
            var (status, answer) = await api.CreateAsync($"{{{head},{field}}}");
            Assert.Equal(HttpStatusCode.BadRequest, status);
            Assert.Contains(sentence, (string)answer["message"]!, StringComparison.Ordinal);
        }

        Assert.Equal((10, 0), await api.CreditsAsync());
    }

    [Fact]
    public async Task Sixty_four_sections_and_bars_are_allowed_and_one_more_is_not()
    {
        var api = await shared.Server.ClientAsync();
        foreach (
            var (count, expected) in ((int, HttpStatusCode)[])[(64, HttpStatusCode.OK), (65, HttpStatusCode.BadRequest)]
        )
        {
            var chords = string.Join(' ', Enumerable.Repeat("C", count));
            var list = "[" + string.Join(',', Enumerable.Repeat("\"C\"", count)) + "]";
            var sections = string.Join(' ', Enumerable.Repeat("verse", count));
            foreach (
                var field in (string[])
                    [$"\"chords\":\"{chords}\"", $"\"chords\":{{\"verse\":{list}}}", $"\"structure\":\"{sections}\""]
            )
            {
                Assert.Equal(expected, (await api.CreateAsync($$"""{"lyrics":"la",{{field}}}""")).Status);
            }
        }
    }

    [Theory]
    [InlineData("\"Am F C,G\"", "{\"\":[\"Am\",\"F\",\"C,G\"]}")]
    [InlineData("\"Am | F | C,G |\"", "{\"\":[\"Am\",\"F\",\"C,G\"]}")]
    [InlineData("[\"Am\",\"C,G\"]", "{\"\":[\"Am\",\"C,G\"]}")]
    [InlineData(
        "{\"verse\":\"Am F\",\"chorus\":[\"B♭maj7\",\"C/E\"]}",
        "{\"chorus\":[\"Bbmaj7\",\"C/E\"],\"verse\":[\"Am\",\"F\"]}"
    )]
    [InlineData("\"verse: Am F; C G\"", "{\"\":[\"C\",\"G\"],\"verse\":[\"Am\",\"F\"]}")]
    public async Task Chords_are_read_in_every_form(string written, string read)
    {
        var brief = await BriefAsync($$"""{"lyrics":"la","chords":{{written}}}""");
        Assert.Equal(
            read,
            brief["chords"]!.ToJsonString(
                new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
            )
        );
    }

    [Theory]
    [InlineData("""["verse",{"section":"chorus","bars":8},{"section":"outro","seconds":7.5}]""")]
    [InlineData("\"verse chorus:8 outro:7.5s\"")]
    [InlineData("\"verse, chorus:8, outro:7.5s\"")]
    public async Task A_structure_is_read_in_every_form(string written)
    {
        var brief = await BriefAsync($$"""{"lyrics":"la","structure":{{written}}}""");
        var segments = brief["segments"]!.AsArray();
        Assert.Equal(["verse", "chorus", "outro"], segments.Select(s => (string)s!["name"]!));
        Assert.Equal([null, 8, null], segments.Select(s => (int?)s!["bars"]));
        Assert.Equal([null, null, 7.5], segments.Select(s => (double?)s!["seconds"]));
    }

    [Fact]
    public async Task An_instrumental_takes_them_too_and_its_usual_length_gives_way()
    {
        const string Exact =
            """ "bpm":100,"key":"Ebm","time_signature":"12/8","seed":3,"structure":"intro:4 chorus:8" """;
        foreach (var version in (string[])["v1.0", "v2.0"])
        {
            var head = $"\"type\":\"bgm\",\"version\":\"{version}\",\"description\":\"calm\"";
            var brief = await BriefAsync($"{{{head},{Exact}}}");
            Assert.Null(brief["seconds"]);
            Assert.Equal((100, 3), ((int)brief["bpm"]!, (int)brief["seed"]!));
            Assert.Equal((3, 12), ((int)brief["key"]!["tonic"]!, (int)brief["meter"]!["beats"]!));
            var timed = await BriefAsync($"{{{head},\"duration\":50,{Exact}}}");
            Assert.Equal(50, (double)timed["seconds"]!);
        }
    }

    [Fact]
    public async Task Segments_and_structure_exclude_each_other()
    {
        var api = await shared.Server.ClientAsync(10);
        var (status, answer) = await api.CreateAsync(
            """{"type":"bgm","version":"v2.0","description":"d","segments":[{"name":"verse","duration":30}],"structure":"verse:8"}"""
        );
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("structure and segments exclude", (string)answer["message"]!, StringComparison.Ordinal);
    }

    private async Task<JsonNode> BriefAsync(string body)
    {
        var api = await shared.Server.ClientAsync();
        var id = await api.AcceptAsync(body);
        var account = await shared
            .Server.Services.GetRequiredService<IBookDatabase>()
            .ReadAsync(connection =>
            {
                using var command = connection.CreateCommand();
                command.CommandText = $"SELECT account_id FROM tasks WHERE id='{id}'";
                return (string)command.ExecuteScalar()!;
            });
        var rows = await shared.Server.Services.GetRequiredService<TaskBook>().ListAsync(account, null, null, 1);
        return JsonNode.Parse(rows[0].Plan)!["orders"]![0]!["brief"]!;
    }
}
