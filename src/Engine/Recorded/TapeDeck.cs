using System.Collections.Immutable;
using Troubadour.Audio;
using Troubadour.Mixing;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>Brings a song's recording to the mix: as stems beside what is played, and as what the new parts must sound like.</summary>
/// <param name="song">The song.</param>
/// <param name="tape">Its recording.</param>
internal sealed class TapeDeck(Song song, Tape tape)
{
    // New parts are as loud as the recording is so many seconds around them.
    private const double NearSeconds = 15;
    private const double LoudestLufs = -8;
    private const double SoftestLufs = -26;
    private const double Silence = -70;
    private const double MostGainDb = 24;

    /// <summary>The stems in which the recording is heard beside what is played.</summary>
    public IEnumerable<IStemSource> Sources() => Uses().Select(use => new TapeSource(Id(use), tape, use, Spans(use)));

    /// <summary>Their strips: nothing but a fader, as they are mixed already.</summary>
    public ImmutableArray<ChannelSettings> Channels() =>
        [
            .. Uses()
                .Select(use => new ChannelSettings
                {
                    Id = Id(use),
                    GainDb = GainDb(use),
                    OwnSendsDb = null,
                }),
        ];

    /// <summary>The loudness that new parts beside the recording need, in LUFS; null where it is not heard as it is.</summary>
    public double? NearLufs()
    {
        var spans = Spans(RecordedSound.Whole);
        if (spans.IsEmpty)
        {
            return null;
        }

        var near = Near(spans);
        var lufs = near.Length == 0 ? double.NegativeInfinity : LoudnessMeter.Of(near).Integrated;
        return lufs > Silence ? Math.Clamp(lufs, SoftestLufs, LoudestLufs) : null;
    }

    /// <summary>The spectrum that new parts beside the recording are brought toward; null where it is not heard as it is.</summary>
    public ToneTarget? Tone() => Spans(RecordedSound.Whole).IsEmpty ? null : ToneTarget.Of(tape.Whole);

    /// <summary>The stem of a use.</summary>
    public static string Id(RecordedSound use) =>
        use switch
        {
            RecordedSound.Voices => StemMap.RecordedVoices,
            RecordedSound.Band => "recorded-band",
            RecordedSound.Bed => "recorded-bed",
            RecordedSound.Through => "recorded-mix",
            _ => StemMap.Recording,
        };

    private IEnumerable<RecordedSound> Uses() =>
        song.Recording!.Spans.Select(span => span.Heard)
            .Where(heard => heard != RecordedSound.Whole)
            .Distinct()
            .Order();

    private TapeSpans Spans(RecordedSound use) => new(song, heard => heard == use);

    // The recorded voice stands where a voice of ours would, the recorded band where a band would.
    private double GainDb(RecordedSound use)
    {
        var sound = new AudioBuffer(tape.Whole.Length);
        tape.Read(use, 0, sound.Left, sound.Right);
        var lufs = LoudnessMeter.Of(sound).Integrated;
        var level = use == RecordedSound.Voices ? RoleLevels.LeadVoice : RoleLevels.Band;
        return lufs > Silence ? Math.Clamp(level - lufs, -MostGainDb, MostGainDb) : 0;
    }

    // What is heard of the recording near the places where it is not heard.
    private AudioBuffer Near(TapeSpans spans)
    {
        var frames = Math.Min(tape.Whole.Length, (int)(song.Seconds * SampleRate.House));
        var near = NearSeconds * SampleRate.House;
        var kept = new List<int>();
        const int Piece = SampleRate.House / 10;
        for (var at = 0; at + Piece <= frames; at += Piece)
        {
            var (after, before) = spans.Edges(at);
            if ((after >= 0 && after < near) || (before > 0 && before < near))
            {
                kept.Add(at);
            }
        }

        var found = new AudioBuffer(kept.Count * Piece);
        for (var i = 0; i < kept.Count; i++)
        {
            tape.Whole.Left.AsSpan(kept[i], Piece).CopyTo(found.Left.AsSpan(i * Piece));
            tape.Whole.Right.AsSpan(kept[i], Piece).CopyTo(found.Right.AsSpan(i * Piece));
        }

        return found;
    }
}
