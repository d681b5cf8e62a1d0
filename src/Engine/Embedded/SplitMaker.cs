using Troubadour.Audio;
using Troubadour.Mixing;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>Makes the stems of a clip: the clip is mixed and mastered as it was, in the stems of the split, which sum to its master.</summary>
internal sealed class SplitMaker(MakeJob job)
{
    /// <summary>Makes the stems.</summary>
    public MadeSong Make(Song song)
    {
        var request = job.Request;
        var split = request.Order.Split;
        var choir = job.Sing(song);
        Mixed mixed;
        using (var files = new SplitFiles(request.Directory, request.WithMp3, Tags, job.Options.Mp3Kilobits))
        {
            mixed = LiveSong.HasTape(song) ? Take(song, choir, files) : Mix(song, choir, files);
            job.ReportFiles();
            foreach (var name in StemNames.Of(split))
            {
                files.WriteSilence(name, mixed.Result.Master.Length);
            }
        }

        foreach (var name in StemNames.Of(split))
        {
            WriteScore(name, StemSong.Of(mixed.Song, split, name), song, choir);
        }

        return MakeJob.Told(song, mixed.Result.Master.Seconds);

        Mp3Tags Tags(string name) =>
            SongFiles.Tags(StemSong.Of(song, split, name)) with
            {
                Title = song.Title.Length > 0 ? $"{song.Title} ({name})" : name,
            };
    }

    private Mixed Mix(Song song, Choir choir, IStemSink stems) =>
        new SongMixer(job) { Groups = layer => StemMap.Of(layer, job.Request.Order.Split) }.Mix(
            song,
            choir,
            new MixOptions
            {
                Stems = stems,
                SpoolFolder = job.Request.Directory,
                Progress = job.Mixing,
            }
        );

    private Mixed Take(Song song, Choir choir, SplitFiles files)
    {
        using var spool = new StemSpool(job.Request.Directory);
        var mixed = Mix(song, choir, spool);
        new RecordedSplit(job, spool, mixed.Result.Master.Length).Write(job.Request.Order.Split, files);
        return mixed;
    }

    private void WriteScore(string name, Song stem, Song whole, Choir choir)
    {
        var folder = new ClipFolder(Path.Combine(job.Request.Directory, StemNames.Folder(name)));
        folder.WriteSong(stem);
        if (stem.Vocals.Any(phrase => phrase.Layer == VoiceLayer.Lead))
        {
            folder.WriteJson("lyrics.json", LyricTimes.Of(whole, choir));
        }
    }
}
