using System.Net.Http.Headers;
using System.Text;
using Troubadour.Lyrics;

namespace Troubadour.Writing;

/// <summary>
/// Lets an OpenAI-compatible endpoint write (POST {base}/v1/chat/completions), checks and repairs what it answers, and lets the house
/// write whatever it does not deliver in time, in size or in shape. Safe for use from many threads.
/// </summary>
/// <param name="client">Sends the requests; its own time limit should be the longer one.</param>
/// <param name="options">The endpoint.</param>
/// <param name="house">Writes on any failure.</param>
/// <param name="pronouncer">Counts syllables for the check.</param>
/// <param name="time">The clock of the time limit.</param>
public sealed class ChatWriter(
    HttpClient client,
    ChatOptions options,
    ILyricsWriter house,
    Pronouncer pronouncer,
    TimeProvider time
) : ILyricsWriter
{
    private const int MostLyrics = 8;

    private readonly LyricsRepair _repair = new(pronouncer);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WrittenLyrics>> WriteAsync(LyricsWish wish, int count, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(wish);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostLyrics);
        var asked = await Task.WhenAll(Enumerable.Range(0, count).Select(i => AskAsync(wish, i, cancel)));
        var written = asked
            .OfType<WrittenLyrics>()
            .DistinctBy(lyrics => lyrics.Lyrics, StringComparer.Ordinal)
            .ToList();
        if (written.Count < count)
        {
            written.AddRange(await house.WriteAsync(wish, count - written.Count, cancel));
        }

        return written;
    }

    private async Task<WrittenLyrics?> AskAsync(LyricsWish wish, int index, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(options.Timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancel, limit.Token);
        try
        {
            var answer = await SendAsync(wish, index, both.Token);
            return answer is { } bytes && ChatAnswer.Read(bytes) is var (title, lyrics)
                ? _repair.Repair(title, lyrics)
                : null;
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<byte[]?> SendAsync(LyricsWish wish, int index, CancellationToken cancel)
    {
        var address = new Uri(options.Base.ToString().TrimEnd('/') + "/v1/chat/completions");
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Content = new StringContent(
            ChatPrompt.Body(options, wish, index).ToJsonString(),
            Encoding.UTF8,
            "application/json"
        );
        if (options.Key.Length > 0)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Key);
        }

        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        return response.IsSuccessStatusCode ? await ReadAsync(response.Content, cancel) : null;
    }

    // Null when there is more than may be read.
    private async Task<byte[]?> ReadAsync(HttpContent content, CancellationToken cancel)
    {
        await using var body = await content.ReadAsStreamAsync(cancel);
        var bytes = new byte[options.MostBytes + 1];
        var length = 0;
        while (length < bytes.Length)
        {
            var read = await body.ReadAsync(bytes.AsMemory(length), cancel);
            if (read == 0)
            {
                return bytes[..length];
            }

            length += read;
        }

        return null;
    }
}
