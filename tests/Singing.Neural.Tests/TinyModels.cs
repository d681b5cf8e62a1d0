namespace Troubadour.Singing.Neural.Tests;

/// <summary>
/// Models that do by arithmetic what trained ones do by learning. The spectrogram's first band is the phoneme's loudness, the second its
/// pitch, further ones the optional inputs; the vocoder is a sine at the pitch whose amplitude is the first band, bent a little by the
/// others, so that every input is heard.
/// </summary>
internal static class TinyModels
{
    public const int Bins = 16;
    public const int Size = 4;

    /// <summary>tokens, durations, f0 and optional inputs to mel.</summary>
    public static OnnxWriter Acoustic(float[] loudness, IReadOnlyList<string> optional, int bins = Bins)
    {
        var w = new OnnxWriter();
        var tokens = w.Input("tokens", OnnxWriter.Long, 1, "n_tokens");
        var durations = w.Input("durations", OnnxWriter.Long, 1, "n_tokens");
        var f0 = w.Input("f0", OnnxWriter.Float, 1, "n_frames");
        var frames = FrameOwners(w, durations, f0);
        List<string> bands =
        [
            Column(w, Frames(w, w.Node("Gather", [w.Constant(loudness, loudness.Length), tokens]), frames)),
            Column(w, w.Node("Div", [f0, w.Number(1000)])),
            .. optional.Select(name => Optional(w, name, frames, f0)),
        ];
        var none = w.Node("Mul", [bands[0], w.Number(0)]);
        while (bands.Count < bins)
        {
            bands.Add(none);
        }

        w.Output("mel", OnnxWriter.Float, w.Node("Concat", [.. bands], ("axis", 2)), 1, "n_frames", bins);
        return w;
    }

    /// <summary>mel and f0 to a sine.</summary>
    public static OnnxWriter Vocoder(int rate, int hop, bool noisy, float poison = 1)
    {
        var w = new OnnxWriter();
        var mel = w.Input("mel", OnnxWriter.Float, 1, "n_frames", Bins);
        var f0 = w.Input("f0", OnnxWriter.Float, 1, "n_frames");
        var first = w.Node("Gather", [mel, w.Constant([0L], 1)], ("axis", 2));
        var rest = w.Node("Sub", [Sum(w, mel), first]);
        var bend = w.Node("Add", [w.Node("Mul", [w.Node("Tanh", [rest]), w.Number(0.2f)]), w.Number(1)]);
        var amplitude = Held(w, w.Node("Mul", [w.Node("Exp", [first]), bend]), hop);
        var cycles = w.Node("Cast", [Held(w, w.Node("Div", [f0, w.Number(rate)]), hop)], ("to", OnnxWriter.Double));
        var phase = w.Node("CumSum", [cycles, w.Constant([1L])]);
        var one = w.Node("Cast", [w.Number(1)], ("to", OnnxWriter.Double));
        var turn = w.Node("Cast", [w.Node("Mod", [phase, one], ("fmod", 1))], ("to", OnnxWriter.Float));
        var sine = w.Node("Sin", [w.Node("Mul", [turn, w.Number(6.2831853f)])]);
        var sound = w.Node("Mul", [w.Node("Mul", [amplitude, sine]), w.Number(0.3f * poison)]);
        if (noisy)
        {
            var noise = w.Node("RandomNormalLike", [sound], ("scale", 0.01f));
            var even = w.Node("RandomUniform", [], ("shape", (long[])[1, 1]), ("low", 0.9f));
            sound = w.Node("Mul", [w.Node("Add", [sound, noise]), even]);
        }

        w.Output("waveform", OnnxWriter.Float, sound, 1, "n_samples");
        return w;
    }

    /// <summary>tokens to vectors: the first number is the table's.</summary>
    public static OnnxWriter Linguistic(float[] table, bool byPhoneme = false, bool languages = false)
    {
        var w = new OnnxWriter();
        var tokens = w.Input("tokens", OnnxWriter.Long, 1, "n_tokens");
        string[] lengths = byPhoneme ? ["ph_dur"] : ["word_div", "word_dur"];
        var sum = w.Constant([0L]);
        foreach (var name in lengths)
        {
            var all = w.Node("ReduceSum", [w.Input(name, OnnxWriter.Long, 1, name), w.Constant([1L], 1)]);
            sum = w.Node("Add", [sum, all]);
        }

        if (languages)
        {
            sum = w.Node("Add", [sum, w.Input("languages", OnnxWriter.Long, 1, "n_tokens")]);
        }

        // The lengths are read, so that they must be given, but change nothing.
        var nothing = w.Node("Mul", [w.Node("Cast", [sum], ("to", OnnxWriter.Float)), w.Number(0)]);
        var own = w.Node("Add", [w.Node("Gather", [w.Constant(table, table.Length), tokens]), nothing]);
        var wide = w.Node("Mul", [Column(w, own), w.Constant([1f, 0, 0, 0], 1, 1, Size)]);
        w.Output("encoder_out", OnnxWriter.Float, wide, 1, "n_tokens", Size);
        w.Output("x_masks", OnnxWriter.Bool, w.Node("Equal", [tokens, w.Constant([0L])]), 1, "n_tokens");
        return w;
    }

    /// <summary>The vectors' first number as a length.</summary>
    public static OnnxWriter Durations(bool speakers)
    {
        var w = new OnnxWriter();
        var encoded = w.Input("encoder_out", OnnxWriter.Float, 1, "n_tokens", Size);
        w.Input("x_masks", OnnxWriter.Bool, 1, "n_tokens");
        w.Input("ph_midi", OnnxWriter.Long, 1, "n_tokens");
        var length = w.Node("Gather", [encoded, w.Constant([0L], 1)], ("axis", 2));
        if (speakers)
        {
            length = w.Node("Add", [length, Sum(w, w.Input("spk_embed", OnnxWriter.Float, 1, "n_tokens", Size))]);
        }

        w.Output("ph_dur_pred", OnnxWriter.Float, Flat(w, length), 1, "n_tokens");
        return w;
    }

    /// <summary>The notes' pitch, off by so many semitones.</summary>
    public static OnnxWriter Pitch(float off)
    {
        var w = new OnnxWriter();
        w.Input("encoder_out", OnnxWriter.Float, 1, "n_tokens", Size);
        w.Input("ph_dur", OnnxWriter.Long, 1, "n_tokens");
        var midi = w.Input("note_midi", OnnxWriter.Float, 1, "n_notes");
        var durations = w.Input("note_dur", OnnxWriter.Long, 1, "n_notes");
        var rest = w.Input("note_rest", OnnxWriter.Bool, 1, "n_notes");
        var pitch = w.Input("pitch", OnnxWriter.Float, 1, "n_frames");
        var retake = w.Input("retake", OnnxWriter.Bool, 1, "n_frames");
        var expr = w.Input("expr", OnnxWriter.Float, 1, "n_frames");
        w.Input("steps", OnnxWriter.Long);
        var owners = FrameOwners(w, durations, pitch);
        var own = Frames(w, w.Node("Where", [rest, midi, midi]), owners);
        var free = w.Node("Mul", [expr, w.Node("Cast", [retake], ("to", OnnxWriter.Float))]);
        var moved = w.Node("Add", [own, w.Node("Mul", [free, w.Number(off)])]);
        w.Output("pitch_pred", OnnxWriter.Float, moved, 1, "n_frames");
        return w;
    }

    /// <summary>Energy from the vectors, tension from the pitch.</summary>
    public static OnnxWriter Variance()
    {
        var w = new OnnxWriter();
        var encoded = w.Input("encoder_out", OnnxWriter.Float, 1, "n_tokens", Size);
        var durations = w.Input("ph_dur", OnnxWriter.Long, 1, "n_tokens");
        var pitch = w.Input("pitch", OnnxWriter.Float, 1, "n_frames");
        w.Input("energy", OnnxWriter.Float, 1, "n_frames");
        w.Input("tension", OnnxWriter.Float, 1, "n_frames");
        w.Input("retake", OnnxWriter.Bool, 1, "n_frames", 2);
        w.Input("speedup", OnnxWriter.Long);
        var owners = FrameOwners(w, durations, pitch);
        var first = Flat(w, w.Node("Gather", [encoded, w.Constant([0L], 1)], ("axis", 2)));
        var energy = w.Node("Sub", [Frames(w, first, owners), w.Number(30)]);
        w.Output("energy_pred", OnnxWriter.Float, energy, 1, "n_frames");
        w.Output("tension_pred", OnnxWriter.Float, w.Node("Div", [pitch, w.Number(60)]), 1, "n_frames");
        return w;
    }

    // Which phoneme each frame belongs to: how many ends lie at or before it.
    private static string FrameOwners(OnnxWriter w, string durations, string perFrame)
    {
        var ends = w.Node("CumSum", [durations, w.Constant([1L])]);
        var count = w.Node("Gather", [w.Node("Shape", [perFrame]), w.Constant([1L])]);
        var frames = w.Node("Range", [w.Constant([0L]), count, w.Constant([1L])]);
        var rows = w.Node("Unsqueeze", [frames, w.Constant([1L], 1)]);
        var passed = w.Node("Cast", [w.Node("GreaterOrEqual", [rows, ends])], ("to", OnnxWriter.Long));
        return w.Node("ReduceSum", [passed, w.Constant([1L], 1)], ("keepdims", 0));
    }

    private static string Frames(OnnxWriter w, string perPhoneme, string owners) =>
        w.Node("Gather", [perPhoneme, owners], ("axis", 1));

    private static string Column(OnnxWriter w, string row) => w.Node("Unsqueeze", [row, w.Constant([2L], 1)]);

    private static string Flat(OnnxWriter w, string column) => w.Node("Squeeze", [column, w.Constant([2L], 1)]);

    private static string Sum(OnnxWriter w, string vectors) => w.Node("ReduceSum", [vectors, w.Constant([2L], 1)]);

    private static string Held(OnnxWriter w, string frames, int hop)
    {
        var flat = w.Node("Reshape", [frames, w.Constant([1L, -1, 1], 3)]);
        var ones = new float[hop];
        Array.Fill(ones, 1);
        return w.Node("Reshape", [w.Node("Mul", [flat, w.Constant(ones, 1, 1, hop)]), w.Constant([1L, -1], 2)]);
    }

    private static string Optional(OnnxWriter w, string name, string frames, string f0)
    {
        switch (name)
        {
            case "spk_embed":
                return Sum(w, w.Input(name, OnnxWriter.Float, 1, "n_frames", Size));
            case "languages":
                var numbers = w.Node("Cast", [w.Input(name, OnnxWriter.Long, 1, "n_tokens")], ("to", OnnxWriter.Float));
                return Column(w, Frames(w, numbers, frames));
            case "steps" or "speedup" or "depth" or "depth:float":
                var type = name == "depth:float" ? OnnxWriter.Float : OnnxWriter.Long;
                var value = w.Node("Cast", [w.Input(name.Split(':')[0], type)], ("to", OnnxWriter.Float));
                var scaled = w.Node("Div", [w.Node("Reshape", [value, w.Constant([1L, 1], 2)]), w.Number(1000)]);
                return Column(w, w.Node("Add", [w.Node("Mul", [f0, w.Number(0)]), scaled]));
            case "noise":
                var noise = w.Input(name, OnnxWriter.Float, 1, 1, Bins, "n_frames");
                return w.Node(
                    "Unsqueeze",
                    [w.Node("ReduceSum", [noise, w.Constant([1L, 2], 2)], ("keepdims", 0)), w.Constant([2L], 1)]
                );
            default:
                return Column(w, w.Node("Div", [w.Input(name, OnnxWriter.Float, 1, "n_frames"), w.Number(50)]));
        }
    }
}
