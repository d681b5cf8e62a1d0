using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Troubadour.Server.Http;

/// <summary>How answers are written: text in its own letters, not escaped beyond what JSON asks for.</summary>
internal static class Json
{
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Task WriteAsync<T>(HttpContext context, T value, string contentType) =>
        context.Response.WriteAsJsonAsync(value, Options, contentType, context.RequestAborted);
}
