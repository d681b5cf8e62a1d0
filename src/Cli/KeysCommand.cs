using System.CommandLine;
using System.Globalization;
using Troubadour.Bookkeeping;

namespace Troubadour.Cli;

/// <summary>"troubadour keys ...": make, list, revoke, top up, suspend and resume keys, beside a running server too.</summary>
public static class KeysCommand
{
    private static readonly Option<string?> Data = new("--data") { Description = "The data directory." };
    private static readonly Option<long> Credits = Amount("--credits", "Credits to grant.");
    private static readonly Option<long> Extra = Amount("--extra", "Extra credits to grant; they are spent first.");
    private static readonly Argument<string> Id = new("id") { Description = "The key's id, as in the list." };

    /// <summary>The verb.</summary>
    public static Command Create() =>
        new("keys", "Make, list, revoke, top up, suspend and resume API keys.")
        {
            CreateVerb(),
            ListVerb(),
            RevokeVerb(),
            TopUpVerb(),
            SubscriptionVerb("suspend", "Let a key's account make nothing more; it may still look.", isActive: false),
            SubscriptionVerb("resume", "Let a key's account make things again.", isActive: true),
        };

    private static Option<long> Amount(string name, string description) =>
        new(name)
        {
            Description = description,
            CustomParser = result =>
            {
                var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
                if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var amount))
                {
                    result.AddError($"{name} must be a whole number, 0 or more, not '{text}'.");
                }

                return amount;
            },
        };

    private static Command CreateVerb()
    {
        var name = new Argument<string>("name") { Description = "Your name for it.", DefaultValueFactory = _ => "key" };
        var command = new Command("create", "Make a key and show it once.") { name, Credits, Extra, Data };
        command.SetAction(
            (parsed, cancellation) =>
                WithKeysAsync(
                    parsed,
                    async keys =>
                    {
                        var key = await keys.CreateAsync(
                            parsed.GetValue(name)!,
                            parsed.GetValue(Credits),
                            parsed.GetValue(Extra),
                            cancellation: cancellation
                        );
                        var output = parsed.InvocationConfiguration.Output;
                        await output.WriteLineAsync($"id:  {key.Id}");
                        await output.WriteLineAsync($"key: {key.Secret}");
                        return 0;
                    }
                )
        );
        return command;
    }

    private static Command ListVerb()
    {
        var command = new Command("list", "List all keys.") { Data };
        command.SetAction(
            (parsed, cancellation) =>
                WithKeysAsync(
                    parsed,
                    async keys =>
                    {
                        var output = parsed.InvocationConfiguration.Output;
                        await output.WriteLineAsync("id\tname\tkey\tcredits\textra\tcreated\tstate");
                        foreach (var key in await keys.ListAsync(cancellation))
                        {
                            await output.WriteLineAsync(Line(key));
                        }

                        return 0;
                    }
                )
        );
        return command;
    }

    private static Command RevokeVerb()
    {
        var command = new Command("revoke", "Refuse a key from now on.") { Id, Data };
        command.SetAction(
            (parsed, cancellation) =>
                WithKeysAsync(
                    parsed,
                    async keys =>
                        await keys.RevokeAsync(parsed.GetValue(Id)!, cancellation)
                            ? await SayAsync(parsed.InvocationConfiguration.Output, "Revoked.", 0)
                            : await SayAsync(
                                parsed.InvocationConfiguration.Error,
                                "There is no good key with this id.",
                                1
                            )
                )
        );
        return command;
    }

    private static Command SubscriptionVerb(string name, string description, bool isActive)
    {
        var command = new Command(name, description) { Id, Data };
        command.SetAction(
            (parsed, cancellation) =>
                WithKeysAsync(
                    parsed,
                    async keys =>
                        await keys.SubscribeAsync(parsed.GetValue(Id)!, isActive, cancellation)
                            ? await SayAsync(
                                parsed.InvocationConfiguration.Output,
                                isActive ? "Resumed." : "Suspended.",
                                0
                            )
                            : await SayAsync(parsed.InvocationConfiguration.Error, "There is no key with this id.", 1)
                )
        );
        return command;
    }

    private static Command TopUpVerb()
    {
        var command = new Command("top-up", "Grant a key more credits.") { Id, Credits, Extra, Data };
        command.SetAction(
            (parsed, cancellation) =>
                WithKeysAsync(
                    parsed,
                    async keys =>
                        await keys.TopUpAsync(
                            parsed.GetValue(Id)!,
                            parsed.GetValue(Credits),
                            parsed.GetValue(Extra),
                            cancellation
                        )
                            ? await SayAsync(parsed.InvocationConfiguration.Output, "Granted.", 0)
                            : await SayAsync(parsed.InvocationConfiguration.Error, "There is no key with this id.", 1)
                )
        );
        return command;
    }

    private static string Line(KeySummary key)
    {
        var created = DateTimeOffset.FromUnixTimeMilliseconds(key.CreatedAt);
        var state = key.RevokedAt is null ? "good" : "revoked";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{key.Id}\t{key.Name}\t{key.Prefix}…\t{key.Credits}\t{key.ExtraCredits}\t{created:u}\t{state}"
        );
    }

    private static async Task<int> SayAsync(TextWriter writer, string text, int code)
    {
        await writer.WriteLineAsync(text);
        return code;
    }

    private static Task<int> WithKeysAsync(ParseResult parsed, Func<KeyBook, Task<int>> work) =>
        Answer.ToAsync(
            parsed,
            async () =>
            {
                await using var database = Books.Open(CommandSettings.Read(parsed.GetValue(Data)));
                await database.MigrateAsync();
                return await work(new KeyBook(database, TimeProvider.System));
            }
        );
}
