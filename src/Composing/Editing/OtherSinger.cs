using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Gives the sung part of a song to another singer; every player stays.</summary>
internal sealed class OtherSinger(EditBriefs briefs)
{
    /// <summary>The song with its new voice.</summary>
    /// <exception cref="BriefRefusedException">Nobody sings in the source.</exception>
    public Song Write(SourceSong source, SongBrief brief)
    {
        var song = source.Song;
        if (song.Voice is null)
        {
            throw new BriefRefusedException("nobody sings in this clip: there is no voice to swap.");
        }

        var filled = briefs.Leave(song, brief);
        return song with { Voice = new VoiceSpec(filled.Gender!.Value, filled.Timbre!.Value) };
    }
}
