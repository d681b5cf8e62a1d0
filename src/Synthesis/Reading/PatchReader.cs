namespace Troubadour.Synthesis;

/// <summary>Reads a patch file: every field, its range and its default. <c>docs/patches.md</c> explains them.</summary>
internal static class PatchReader
{
    private static readonly double[] s_noOrgan = [0, 0, 8, 0, 0, 0, 0, 0, 0];

    /// <summary>Reads one file; its name is the patch's id.</summary>
    /// <exception cref="PatchException">Something in it is not allowed.</exception>
    public static Patch Read(string file)
    {
        var node = SheetNode.Open(file);
        var patch = Read(node, Path.GetFileNameWithoutExtension(file));
        node.Done();
        return patch;
    }

    /// <summary>Reads an object as the patch of an id.</summary>
    public static Patch Read(SheetNode node, string id)
    {
        node.Text("about");
        var patch = new Patch
        {
            Id = id,
            Level = node.Number("level", -60, 24, 0),
            IsMono = node.Flag("mono"),
            Glide = node.Number("glide", 0, 2, 0),
            Polyphony = node.Count("polyphony", 1, 32, 16),
            IsOneShot = node.Flag("oneShot"),
            Scatter = node.Number("scatter", 0, 1, 0),
            Drift = node.Number("drift", 0, 50, 0),
            VibratoRate = node.Number("vibratoRate", 0.1, 12, 5.4),
            VibratoDepth = node.Number("vibratoDepth", 0, 2, 0.5),
            Oscillators = node.List("oscillators", 4, Oscillator),
            Filters = node.List("filters", 2, Filter),
            Envelope = node.Child("envelope", Envelope) ?? new(0.002, 0, 1, 1, 0.05, 0),
            Modulators = node.List("modulators", 2, Modulator),
            Lfos = node.List("lfos", 3, Lfo),
            Sweep = node.Child("sweep", Sweep),
            Velocity =
                node.Child(
                    "velocity",
                    n => new VelocitySheet(n.Number("level", 0, 40, 12), n.Number("attack", 1, 8, 1))
                ) ?? new(12, 1),
            Inserts = node.List("inserts", 6, Insert),
        };
        return patch.Oscillators.Length > 0 || node.IsDescription
            ? patch
            : throw node.Wrong("oscillators", "one to four are needed");
    }

    /// <summary>One effect at the end of a patch or kit.</summary>
    public static InsertSheet Insert(SheetNode n) =>
        new()
        {
            Kind = n.Choice<InsertKind>("kind"),
            Rate = n.Number("rate", 0.01, 20000, 1),
            Depth = n.Number("depth", 0, 1, 0.5),
            Mix = n.Number("mix", 0, 1, 1),
            Gain = n.Number("gain", -36, 48, 0),
            Q = n.Number("q", 0.1, 12, 0.707),
            Bits = n.Number("bits", 2, 16, 16),
        };

    private static OscillatorSheet Oscillator(SheetNode n)
    {
        var sheet = new OscillatorSheet
        {
            Wave = n.Choice<Wave>("wave"),
            Level = n.Number("level", -60, 24, 0),
            Coarse = n.Number("coarse", -48, 48, 0),
            Fine = n.Number("fine", -100, 100, 0),
            Tracking = n.Number("tracking", 0, 1, 1),
            Unison = n.Count("unison", 1, 9, 1),
            Detune = n.Number("detune", 0, 100, 12),
            Spread = n.Number("spread", 0, 1, 0),
            Mix = n.Number("mix", 0, 1, 1),
            Width = n.Number("width", 0.02, 0.98, 0.5),
            Phase = n.Number("phase", 0, 360, double.NaN),
            Operators = n.List("operators", 6, Operator),
            Feedback = n.Number("feedback", 0, 1, 0),
            Drawbars = n.Numbers("drawbars", 0, 8, 9) is { Length: > 0 } bars ? bars : s_noOrgan,
            Ring = n.Number("ring", 0.05, 20, 4),
            Brightness = n.Number("brightness", 0, 1, 0.5),
            Pick = n.Number("pick", 0.02, 0.5, 0.13),
            Density = n.Number("density", 0.1, 200, 8),
            Pink = n.Number("pink", 0, 1, 0),
        };
        var wrong = sheet.Operators.Where((o, i) => o.To >= sheet.Operators.Length || (o.To >= 0 && o.To <= i)).Any();
        if (sheet.Drawbars.Length != 9)
        {
            throw n.Wrong("drawbars", "nine numbers are needed");
        }

        if ((sheet.Wave == Wave.Fm) != (sheet.Operators.Length > 0) || wrong)
        {
            throw n.Wrong("operators", "an fm oscillator needs them, each \"to\" one that follows or -1");
        }

        return sheet;
    }

    private static OperatorSheet Operator(SheetNode n) =>
        new()
        {
            Ratio = n.Number("ratio", 0.1, 32),
            Level = n.Number("level", 0, 16, 1),
            To = n.Count("to", -1, 5, -1),
            Fine = n.Number("fine", -100, 100, 0),
            Attack = n.Number("attack", 0, 10, 0),
            Decay = n.Number("decay", 0.005, 60, 60),
            Sustain = n.Number("sustain", 0, 1, 0),
            Velocity = n.Number("velocity", 0, 1, 0),
            Shortening = n.Number("shortening", 0, 2, 0),
        };

    /// <summary>A filter of a voice or of a drum.</summary>
    public static FilterSheet Filter(SheetNode n) =>
        new()
        {
            Kind = n.Choice<FilterKind>("kind"),
            Slope =
                n.Count("slope", 12, 24, 12) is var slope && slope is 12 or 24
                    ? slope
                    : throw n.Wrong("slope", "12 or 24 is needed"),
            Cutoff = n.Number("cutoff", 16, 20000),
            Resonance = n.Number("resonance", 0, 1, 0),
            Tracking = n.Number("tracking", 0, 1, 0),
            Velocity = n.Number("velocity", 0, 60, 0),
            Modulation = n.Number("modulation", 0, 1, 1),
            Drive = n.Number("drive", -12, 36, 0),
        };

    private static EnvelopeSheet Envelope(SheetNode n) =>
        new(
            n.Number("attack", 0, 20, 0.002),
            n.Number("hold", 0, 20, 0),
            n.Number("decay", 0.005, 60, 1),
            n.Number("sustain", 0, 1, 1),
            n.Number("release", 0.005, 30, 0.05),
            n.Number("shortening", 0, 2, 0)
        );

    private static ModulatorSheet Modulator(SheetNode n) => new(Envelope(n), Amounts(n), n.Number("velocity", 0, 1, 0));

    private static LfoSheet Lfo(SheetNode n) =>
        new(
            n.Choice<LfoShape>("shape"),
            n.Number("rate", 0.01, 30),
            n.Number("delay", 0, 10, 0),
            n.Number("fade", 0, 10, 0),
            n.Flag("free"),
            Amounts(n)
        );

    private static SweepSheet Sweep(SheetNode n) =>
        new(
            n.Child("from", m => new Box(Amounts(m)))?.Amounts ?? default,
            n.Child("to", m => new Box(Amounts(m)))?.Amounts ?? default,
            n.Number("curve", 0.1, 8, 1)
        );

    private static ModulationAmounts Amounts(SheetNode n) =>
        new(
            n.Number("pitch", -96, 96, 0),
            n.Number("cutoff", -120, 120, 0),
            n.Number("gain", -90, 24, 0),
            n.Number("width", -0.5, 0.5, 0),
            n.Number("pan", -1, 1, 0),
            n.Number("index", -60, 24, 0)
        );

    private sealed record Box(ModulationAmounts Amounts);
}
