using Microsoft.AspNetCore.Http;
using Troubadour.Server.Settings;

namespace Troubadour.Server.Http;

/// <summary>Addresses of stored songs, as callers reach them.</summary>
internal sealed class PublicLinks(TroubadourSettings settings)
{
    public const string SongPath = "/storage/v1/object/public/songs/";

    public string Song(HttpContext context, string id, string extension) =>
        $"{Root(context)}{SongPath}song-{id}.{extension}";

    private string Root(HttpContext context) =>
        settings.PublicBaseUrl.Length > 0
            ? settings.PublicBaseUrl.TrimEnd('/')
            : $"{context.Request.Scheme}://{context.Request.Host}";
}
