using Troubadour.Audio;
using Troubadour.Mixing;
using Troubadour.Music;
using Troubadour.Rendering;

namespace Troubadour.Engine;

/// <summary>Brings voices and instruments to the mixer.</summary>
internal sealed class MixDesk(Song song, Choir choir, SoundBank bank, int threads)
{
    private const double FirstShare = 0.45;
    private const double LastShare = 0.94;

    /// <summary>Plays, mixes and masters the song; writes stems on the way when they are asked for.</summary>
    public MixResult Run(MakeRequest request, IProgress<MakeProgress> progress, CancellationToken cancellation)
    {
        var tracks = ScoreFlattener.Tracks(song);
        var levels = GainStaging.Measure(tracks, bank, threads, cancellation);
        var sources = new List<IStemSource>();
        foreach (var layer in Enum.GetValues<VoiceLayer>().Where(choir.Has))
        {
            var voice = new MonoStemSource(VoiceStems.Id(layer));
            foreach (var phrase in choir.Of(layer))
            {
                voice.Add(phrase.Start, phrase.Samples);
            }

            sources.Add(voice);
        }

        sources.AddRange(tracks.Select(track => new InstrumentPlayer(bank, track)));
        using var stems = request.WithStems ? new StemFiles(Path.Combine(request.Directory, "stems")) : null;
        var options = new MixOptions
        {
            Threads = threads,
            Stems = stems,
            SpoolFolder = request.Directory,
            Progress = new ShareProgress(progress),
        };
        var settings = new MixPlanner(song, choir, levels).Plan();
        var frames = (int)Math.Round(song.Seconds * SampleRate.House);
        return new MixDown(settings).Run(sources, frames, options, cancellation);
    }

    private sealed class ShareProgress(IProgress<MakeProgress> progress) : IProgress<double>
    {
        public void Report(double value) =>
            progress.Report(new MakeProgress(MakeStage.Mix, FirstShare + (LastShare - FirstShare) * value));
    }
}
