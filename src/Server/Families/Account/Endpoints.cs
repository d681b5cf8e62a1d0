using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Troubadour.Bookkeeping;
using Troubadour.Server.Http;
using Troubadour.Server.OpenApi;

namespace Troubadour.Server.Families.Account;

/// <summary>Credits (contract 7).</summary>
internal static class Endpoints
{
    public static void MapAccount(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/v1/get-credits", CreditsAsync)
            .AddEndpointFilter<BearerKeys>()
            .WithName("get-credits")
            .WithTags("account")
            .WithSummary("Ask what the key can spend")
            .WithMetadata(new OperationDocument { Answer = """{"credits":50,"extra_credits":0}""" })
            .Produces<CreditsAnswer>()
            .Refuses(401);

    private static async Task<IResult> CreditsAsync(HttpContext context, KeyBook keys)
    {
        var balance = await keys.BalanceAsync(context.Caller().AccountId, context.RequestAborted);
        return Results.Json(new CreditsAnswer(balance.Credits, balance.ExtraCredits), Json.Options);
    }
}
