using System.Text.Json.Serialization;

namespace Troubadour.Server.Families.Account;

/// <summary>What a key can spend (contract 7).</summary>
public sealed record CreditsAnswer(
    [property: JsonPropertyName("credits")] long Credits,
    [property: JsonPropertyName("extra_credits")] long ExtraCredits
);
