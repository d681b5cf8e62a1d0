namespace Troubadour.Singing;

/// <summary>The smooth mel-cepstra of a planned phrase, and which frames the voice itself holds to be voiced.</summary>
internal sealed class SpectralTrack
{
    private const int LongestFade = 12;

    private SpectralTrack(float[] cepstra, bool[] voiced, int order)
    {
        Cepstra = cepstra;
        Voiced = voiced;
        Order = order;
    }

    /// <summary>Frames x order coefficients.</summary>
    public float[] Cepstra { get; }

    /// <summary>By frame: sonorants always, voiceless phones never, voiced obstruents as the model says.</summary>
    public bool[] Voiced { get; }

    /// <summary>Coefficients a frame.</summary>
    public int Order { get; }

    /// <summary>The coefficients of a frame.</summary>
    public Span<float> Frame(int t) => Cepstra.AsSpan(t * Order, Order);

    /// <summary>Looks up the states and generates the track.</summary>
    public static SpectralTrack Generate(HtsVoice voice, IReadOnlyList<PlannedPhone> plan)
    {
        var length = plan[^1].EndFrame;
        var distributions = new float[length][];
        var voiced = new bool[length];
        var fades = new List<(int Frame, int Room)>();
        foreach (var phone in plan)
        {
            var t = phone.FirstFrame;
            for (var state = 0; state < phone.StateFrames.Length; state++)
            {
                var frames = phone.StateFrames[state];
                if (frames == 0)
                {
                    continue;
                }

                if (phone.Phone.IsVowel && t > phone.FirstFrame)
                {
                    fades.Add((t, Math.Min(LongestFade, Math.Min(frames, t - phone.FirstFrame) / 2)));
                }

                var distribution = voice.Spectrum.Find(phone.Context, state);
                var isVoiced = IsVoiced(voice, phone, state);
                for (var i = 0; i < frames; i++, t++)
                {
                    distributions[t] = distribution;
                    voiced[t] = isVoiced;
                }
            }
        }

        foreach (var (frame, room) in fades)
        {
            CrossFade(distributions, frame, room);
        }

        var stream = voice.Spectrum;
        return new SpectralTrack(
            ParameterGeneration.Generate(distributions, stream.Order, stream.Windows),
            voiced,
            stream.Order
        );
    }

    // Held states meet in a slope instead of a step.
    private static void CrossFade(float[][] distributions, int frame, int room)
    {
        if (room < 2)
        {
            return;
        }

        var (before, after) = (distributions[frame - 1], distributions[frame]);
        for (var i = -room; i < room; i++)
        {
            var share = (i + room + 0.5f) / (2 * room);
            var mixed = new float[before.Length];
            for (var k = 0; k < mixed.Length; k++)
            {
                mixed[k] = before[k] + share * (after[k] - before[k]);
            }

            distributions[frame + i] = mixed;
        }
    }

    private static bool IsVoiced(HtsVoice voice, PlannedPhone phone, int state) =>
        phone.Phone.Class switch
        {
            PhoneClass.Vowel or PhoneClass.Diphthong or PhoneClass.Glide or PhoneClass.Nasal => true,
            PhoneClass.VoicedFricative or PhoneClass.VoicedStop => VoicedWeight(voice, phone, state) > 0.5,
            _ => false,
        };

    /// <summary>The model's own weight of the voiced space in a state.</summary>
    internal static float VoicedWeight(HtsVoice voice, PlannedPhone phone, int state) =>
        voice.LogPitch.Find(phone.Context, state)[^1];
}
