using System.Net.Sockets;
using System.Security.Authentication;
using Microsoft.Security.AntiSSRF;

namespace Troubadour.Server.Outgoing;

/// <summary>Puts what went wrong with a request of ours into words that tell a caller nothing about our network.</summary>
internal static class OutgoingFault
{
    /// <summary>The words; null for an exception that is not the network's.</summary>
    public static string? Describe(Exception exception) =>
        Chain(exception).Select(Word).FirstOrDefault(word => word is not null)
        ?? (exception is HttpRequestException or IOException ? "the connection failed" : null);

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            yield return inner;
        }
    }

    private static string? Word(Exception exception) =>
        exception switch
        {
            AntiSSRFException => "its host is not public",
            AuthenticationException => "the secure connection could not be made",
            SocketException
            {
                SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain
            } => "its host is not known",
            SocketException { SocketErrorCode: SocketError.ConnectionRefused } => "the connection was refused",
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "its host is not known",
            HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => "the answer is not HTTP",
            HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded } => "the answer broke off",
            TaskCanceledException or TimeoutException => "the host did not answer in time",
            SocketException => "the connection failed",
            _ => null,
        };
}
