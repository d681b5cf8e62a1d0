using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Troubadour.Server.Http;

/// <summary>Reads a request's body as a JSON object, whatever its content type says.</summary>
internal static class Body
{
    /// <summary>The most that a JSON body may hold.</summary>
    public const int LimitBytes = 256 * 1024;

    // A body too large is read on for a while, so that a client that does not look up until it has sent all gets its answer.
    private const int DrainBytes = 64 * 1024 * 1024;

    // PostgreSQL keeps every character but this one.
    private static ReadOnlySpan<byte> EscapedNull => "\\u0000"u8;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32 };

    /// <summary>The body and its bytes.</summary>
    /// <exception cref="ApiException">No body, not JSON, not an object, or too large.</exception>
    public static async Task<(JsonElement Root, byte[] Bytes)> ReadAsync(HttpContext context)
    {
        var bytes = await ReadBytesAsync(context);
        if (bytes.Length == 0)
        {
            throw ApiException.BadRequest("The request has no body; a JSON object is expected.");
        }

        JsonElement root;
        try
        {
            using var document = JsonDocument.Parse(bytes, Options);
            root = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw ApiException.BadRequest("The body is not valid JSON.");
        }

        if (root.ValueKind != JsonValueKind.Object)
        {
            throw ApiException.BadRequest("The body must be a JSON object.");
        }

        return bytes.AsSpan().IndexOf(EscapedNull) < 0 || !HasNull(root)
            ? (root, bytes)
            : throw ApiException.BadRequest("The body holds the character U+0000, which cannot be kept.");
    }

    private static bool HasNull(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().Any(field => HasNull(field.Value)),
            JsonValueKind.Array => element.EnumerateArray().Any(HasNull),
            // Read as written: a text that is not well formed is refused where it is used.
            JsonValueKind.String => NullIn(element.GetRawText()),
            _ => false,
        };

    private static bool NullIn(string raw)
    {
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                continue;
            }

            if (string.CompareOrdinal(raw, i, "\\u0000", 0, EscapedNull.Length) == 0)
            {
                return true;
            }

            i++;
        }

        return false;
    }

    private static async Task<byte[]> ReadBytesAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = DrainBytes;
        }

        using var kept = new MemoryStream();
        var block = new byte[16 * 1024];
        var total = 0L;
        int read;
        while ((read = await context.Request.Body.ReadAsync(block, context.RequestAborted)) > 0)
        {
            total += read;
            if (total <= LimitBytes)
            {
                kept.Write(block, 0, read);
            }
        }

        return total <= LimitBytes
            ? kept.ToArray()
            : throw new ApiException(413, "bad_request", $"The body is too large: {LimitBytes} bytes are allowed.");
    }
}
