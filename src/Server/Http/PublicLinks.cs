using Microsoft.AspNetCore.Http;
using Troubadour.Server.Settings;

namespace Troubadour.Server.Http;

/// <summary>Addresses of stored songs, as callers reach them.</summary>
internal sealed class PublicLinks(TroubadourSettings settings)
{
    public const string SongPath = "/storage/v1/object/public/songs/";

    public string Song(HttpContext context, string id, string extension) => Song(Root(context), id, extension);

    public static string Song(string root, string id, string extension) => $"{Song(root, id)}.{extension}";

    /// <summary>Without extension, which is the MP3.</summary>
    public static string Song(string root, string id) => $"{root}{SongPath}song-{id}";

    /// <summary>How the caller reached the server.</summary>
    public string Root(HttpContext context) =>
        settings.PublicBaseUrl.Length > 0
            ? settings.PublicBaseUrl.TrimEnd('/')
            : $"{context.Request.Scheme}://{context.Request.Host}";
}
