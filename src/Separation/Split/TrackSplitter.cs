using Troubadour.Audio;

namespace Troubadour.Separation;

/// <summary>
/// Splits the four stems of a <see cref="Separator"/> into twelve tracks, by two more networks: one shares other out among the families of
/// instruments, one vocals among lead and backing. It takes two passes: a survey says which tracks a song has, then the song is separated
/// again and split, so that nothing long is held. What comes out is an estimate of an estimate; it sums to the song. One instance serves
/// many songs at a time.
/// </summary>
public sealed class TrackSplitter : IDisposable
{
    private const string FamiliesFile = "families.onnx";
    private const string VoicesFile = "voices.onnx";

    private readonly IMaskNetwork _families;
    private readonly IMaskNetwork _voices;

    internal TrackSplitter(IMaskNetwork families, IMaskNetwork voices) => (_families, _voices) = (families, voices);

    /// <summary>Loads the two networks.</summary>
    /// <param name="folder">Where <c>families.onnx</c> and <c>voices.onnx</c> lie (<c>models</c>).</param>
    /// <exception cref="FileNotFoundException">One is missing; the message names it.</exception>
    /// <exception cref="InvalidDataException">One is damaged or another model; the message names it.</exception>
    public static TrackSplitter Load(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var families = OnnxMaskNetwork.Load(Path.Combine(folder, FamiliesFile), TrackHeads.Families.Length);
        try
        {
            return new TrackSplitter(
                families,
                OnnxMaskNetwork.Load(Path.Combine(folder, VoicesFile), TrackHeads.Voices.Length)
            );
        }
        catch
        {
            families.Dispose();
            throw;
        }
    }

    /// <summary>Opens the first pass over a song: the sink for <see cref="Separator.Open"/>.</summary>
    public TrackSurvey OpenSurvey() => new(_families, _voices);

    /// <summary>Opens the second pass: the sink for <see cref="Separator.Open"/>, to be finished after the separator's stream.</summary>
    /// <param name="plan">Which tracks there are.</param>
    /// <param name="sink">Takes the tracks.</param>
    /// <exception cref="ArgumentException">The plan has no track that other could go to.</exception>
    public TrackStream Open(TrackPlan plan, ITrackSink sink)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(sink);
        return plan.Present.Any(track => TrackHeads.Families.Contains(track))
            ? new TrackStream(_families, _voices, plan, sink)
            : throw new ArgumentException(
                "The plan needs a track of instruments other than drums and bass.",
                nameof(plan)
            );
    }

    /// <summary>Separates and splits a song that is in memory, in both passes.</summary>
    /// <param name="separator">Makes the stems.</param>
    /// <param name="mix">The song, at 44.1 kHz.</param>
    /// <param name="sink">Takes the tracks.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Which tracks were found.</returns>
    /// <exception cref="ArgumentException">The song has another rate.</exception>
    /// <exception cref="InvalidDataException">A sample is no number.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public TrackPlan Split(
        Separator separator,
        AudioBuffer mix,
        ITrackSink sink,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(separator);
        ArgumentNullException.ThrowIfNull(mix);
        var survey = OpenSurvey();
        separator.Separate(mix, survey, null, cancellation);
        var plan = survey.Finish();
        var tracks = Open(plan, sink);
        separator.Separate(mix, tracks, null, cancellation);
        tracks.Finish();
        return plan;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        (_families as IDisposable)?.Dispose();
        (_voices as IDisposable)?.Dispose();
    }
}
