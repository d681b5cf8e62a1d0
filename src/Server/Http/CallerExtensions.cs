using Microsoft.AspNetCore.Http;
using Troubadour.Bookkeeping;

namespace Troubadour.Server.Http;

/// <summary>The caller that the key check found.</summary>
internal static class CallerExtensions
{
    public static Caller Caller(this HttpContext context) =>
        context.Features.Get<Caller>() ?? throw ApiException.Unauthorized("Authorization header is missing.");
}
