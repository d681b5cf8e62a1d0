namespace Troubadour.Engine;

/// <summary>A stage's progress as a share of the whole song's.</summary>
internal sealed class ShareProgress(IProgress<MakeProgress> progress, MakeStage stage, double first, double last)
    : IProgress<double>
{
    public void Report(double value) => progress.Report(new MakeProgress(stage, first + (last - first) * value));
}
