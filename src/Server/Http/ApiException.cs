namespace Troubadour.Server.Http;

/// <summary>A request is refused; the message is a sentence for the caller.</summary>
public sealed class ApiException : Exception
{
    /// <summary>Refuses with a status of the contract and a sentence.</summary>
    public ApiException(int status, string type, string message)
        : base(message)
    {
        Status = status;
        Type = type;
    }

    /// <summary>Refuses as an internal error.</summary>
    public ApiException(string message)
        : this(500, "api_error", message) { }

    /// <summary>Refuses as an internal error.</summary>
    public ApiException()
        : this("internal error") { }

    /// <summary>Refuses as an internal error with its cause.</summary>
    public ApiException(string message, Exception innerException)
        : base(message, innerException)
    {
        Status = 500;
        Type = "api_error";
    }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>The contract's word for the kind of error.</summary>
    public string Type { get; }

    /// <summary>After how many seconds the same request may succeed; null when that is not known.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>The value of the header RateLimit; null for none.</summary>
    public string? RateLimit { get; init; }

    /// <summary>The value of the header RateLimit-Policy; null for none.</summary>
    public string? RateLimitPolicy { get; init; }

    /// <summary>400.</summary>
    public static ApiException BadRequest(string message) => new(400, "bad_request", message);

    /// <summary>401.</summary>
    public static ApiException Unauthorized(string message) => new(401, "unauthorized", message);

    /// <summary>403.</summary>
    public static ApiException Forbidden(string message) => new(403, "forbidden", message);

    /// <summary>404.</summary>
    public static ApiException NotFound(string message) => new(404, "not_found", message);
}
