using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Troubadour.Music;

namespace Troubadour.Singing.Neural;

/// <summary>
/// A model in ONNX Runtime on the processor, one thread a run, without a memory arena, so that a run's memory goes back when it ends.
/// Runs may overlap. Random nodes are replaced (<see cref="RepeatableModel"/>), so that equal inputs and noise give equal outputs.
/// </summary>
internal sealed class OnnxModel : IDisposable
{
    private const string NoiseInput = "noise";

    private readonly BankFolder _folder;
    private readonly InferenceSession _session;
    private readonly RunOptions _run = new();

    private OnnxModel(BankFolder folder, string name, InferenceSession session)
    {
        _folder = folder;
        _session = session;
        Path = System.IO.Path.Combine(folder.FullPath, name);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Loads a model.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="name">Its file there.</param>
    /// <param name="what">What it is, for messages.</param>
    /// <param name="needs">Inputs that it must have.</param>
    /// <param name="may">Further inputs that it may have.</param>
    /// <exception cref="InvalidDataException">It is missing, damaged, or asks for something else.</exception>
    public static OnnxModel Load(BankFolder folder, string name, string what, string[] needs, params string[] may)
    {
        var bytes = folder.Read(name, what, BankFolder.LargestModel);
        var path = System.IO.Path.Combine(folder.FullPath, name);
        try
        {
            using var options = Options();
            var model = new OnnxModel(folder, name, new InferenceSession(RepeatableModel.Of(bytes), options));
            model.CheckInputs(what, needs, may);
            return model;
        }
        catch (Exception e)
            when (e is OnnxRuntimeException or InvalidDataException
                && !e.Message.StartsWith("The voicebank", StringComparison.Ordinal)
            )
        {
            throw folder.Refuse($"{what} {path} cannot be loaded: {FirstLine(e)}", e);
        }
    }

    /// <summary>True when the model asks for an input.</summary>
    public bool Takes(string input) => _session.InputMetadata.ContainsKey(input);

    /// <summary>True when the model gives an output.</summary>
    public bool Gives(string output) => _session.OutputMetadata.ContainsKey(output);

    /// <summary>A single number in the type that the input asks for.</summary>
    public ModelValue Number(string input, double value) =>
        _session.InputMetadata[input].ElementDataType == TensorElementType.Float
            ? ModelValue.Single(new[] { (float)value })
            : ModelValue.Single(new[] { (long)Math.Round(value) });

    /// <summary>Runs the model.</summary>
    /// <param name="inputs">Values by name; those that the model does not ask for are left out.</param>
    /// <param name="noise">Chance, for models that draw it.</param>
    /// <param name="frames">Frames of the run, for a noise input of open length.</param>
    /// <param name="outputs">What is wanted; where the model has no such output, its first.</param>
    /// <exception cref="InvalidDataException">The model failed.</exception>
    public ModelValue[] Run(
        Dictionary<string, ModelValue> inputs,
        RandomStream noise,
        int frames,
        params ReadOnlySpan<string> outputs
    )
    {
        AddNoise(inputs, noise, frames);
        var names = _session.InputNames;
        var given = new List<OrtValue>(names.Count);
        string[] wanted = [.. outputs];
        for (var i = 0; i < wanted.Length; i++)
        {
            wanted[i] = Gives(wanted[i]) ? wanted[i] : _session.OutputNames[0];
        }

        try
        {
            foreach (var name in names)
            {
                given.Add(
                    inputs.TryGetValue(name, out var value)
                        ? value.ToRuntime()
                        : throw new InvalidDataException($"asks for \"{name}\", for which the bank has nothing")
                );
            }

            using var results = _session.Run(_run, names, given, wanted);
            return [.. results.Select(ModelValue.FromRuntime)];
        }
        catch (Exception e) when (e is OnnxRuntimeException or InvalidDataException)
        {
            throw Fault(FirstLine(e), e);
        }
        finally
        {
            given.ForEach(value => value.Dispose());
        }
    }

    /// <summary>Checks a result.</summary>
    /// <param name="value">The values.</param>
    /// <param name="what">What they are.</param>
    /// <param name="shape">The shape that they must have.</param>
    /// <exception cref="InvalidDataException">They have another shape or type, or hold values that are no numbers.</exception>
    public float[] Checked(ModelValue value, string what, params ReadOnlySpan<long> shape)
    {
        if (value.Data is not float[] floats || !value.Shape.AsSpan().SequenceEqual(shape))
        {
            throw Fault(
                $"gave {what} of the shape ({string.Join(", ", value.Shape)}) instead of ({string.Join(", ", shape.ToArray())})"
            );
        }

        return Array.TrueForAll(floats, float.IsFinite)
            ? floats
            : throw Fault($"gave {what} with values that are no numbers");
    }

    /// <summary>A fault of this model.</summary>
    public InvalidDataException Fault(string sentence, Exception? inner = null) =>
        _folder.Refuse($"the model {Path} {sentence}", inner);

    /// <inheritdoc/>
    public void Dispose()
    {
        _session.Dispose();
        _run.Dispose();
    }

    private static SessionOptions Options() =>
        new()
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            EnableCpuMemArena = false,
            EnableMemoryPattern = false,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };

    // Messages of the runtime go on with places in its own sources.
    private static string FirstLine(Exception e)
    {
        var line = e.Message.Split('\n')[0].Split("/onnxruntime_src/")[0].TrimEnd('.', ' ', '\r', ':');
        return e is OnnxRuntimeException ? "fails: " + line : line;
    }

    private void CheckInputs(string what, string[] needs, string[] may)
    {
        if (needs.FirstOrDefault(name => !Takes(name)) is { } missing)
        {
            throw Fault($"is not {what}: it takes no \"{missing}\"");
        }

        if (
            _session.InputNames.FirstOrDefault(name =>
                !needs.Contains(name)
                && !may.Contains(name)
                && name is not (RepeatableModel.Normal or RepeatableModel.Uniform or NoiseInput)
            ) is
            { } unknown
        )
        {
            throw Fault($"asks for \"{unknown}\", which is not supported");
        }
    }

    private void AddNoise(Dictionary<string, ModelValue> inputs, RandomStream noise, int frames)
    {
        if (Takes(RepeatableModel.Normal))
        {
            inputs[RepeatableModel.Normal] = Table(noise.Child("normal"), RepeatableModel.TableLength, normal: true);
        }

        if (Takes(RepeatableModel.Uniform))
        {
            inputs[RepeatableModel.Uniform] = Table(noise.Child("uniform"), RepeatableModel.TableLength, normal: false);
        }

        if (Takes(NoiseInput))
        {
            long[] shape =
            [
                .. _session.InputMetadata[NoiseInput].Dimensions.Select(length => length > 0 ? length : (long)frames),
            ];
            var count = shape.Aggregate(1L, (product, length) => product * length);
            inputs[NoiseInput] =
                count <= 1 << 26
                    ? Table(noise.Child("noise"), (int)count, normal: true) with
                    {
                        Shape = shape,
                    }
                    : throw Fault("asks for too much noise");
        }
    }

    private static ModelValue Table(RandomStream random, int length, bool normal)
    {
        var values = new float[length];
        for (var i = 0; i < length; i++)
        {
            values[i] = (float)(normal ? random.NextNormal() : random.NextUnit());
        }

        return new ModelValue(values, [length]);
    }
}
