using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>Reads and writes song.json, the versioned document that every clip keeps.</summary>
public static class SongFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    /// <summary>Writes the song.</summary>
    public static void Write(Song song, Stream output) => JsonSerializer.Serialize(output, song, Json);

    /// <summary>Reads a song.</summary>
    /// <exception cref="InvalidDataException">The document is no song or of a later version.</exception>
    public static Song Read(Stream input)
    {
        try
        {
            var song =
                JsonSerializer.Deserialize<Song>(input, Json)
                ?? throw new InvalidDataException("The document is empty.");
            return song.Version == 1
                ? song
                : throw new InvalidDataException($"Version {song.Version} of a song is unknown.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("The document is no song: " + e.Message, e);
        }
    }
}
