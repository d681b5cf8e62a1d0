using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace Troubadour.Separation;

/// <summary>The trained network in ONNX Runtime, on one thread, so that equal inputs give equal masks. Runs may overlap.</summary>
internal sealed class OnnxMaskNetwork : IMaskNetwork, IDisposable
{
    private const string Input = "powers";
    private const string Output = "masks";
    private const long LargestModel = 64 << 20;

    private static readonly string[] Inputs = [Input];
    private static readonly string[] Outputs = [Output];

    private readonly string _path;
    private readonly InferenceSession _session;
    private readonly RunOptions _run = new();

    private OnnxMaskNetwork(string path, InferenceSession session, int parts)
    {
        Parts = parts;
        _path = path;
        _session = session;
    }

    /// <inheritdoc/>
    public int Parts { get; }

    /// <summary>Loads it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="parts">How many parts it has masks for.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is damaged or another model.</exception>
    public static OnnxMaskNetwork Load(string path, int parts = Grid.Stems)
    {
        var full = Path.GetFullPath(path);
        if (!File.Exists(full))
        {
            throw new FileNotFoundException($"The separation model {full} is missing.", full);
        }

        if (new FileInfo(full).Length > LargestModel)
        {
            throw new InvalidDataException($"The separation model {full} is larger than {LargestModel >> 20} MiB.");
        }

        InferenceSession session;
        try
        {
            using var options = Options();
            session = new InferenceSession(File.ReadAllBytes(full), options);
        }
        catch (OnnxRuntimeException e)
        {
            throw new InvalidDataException(
                $"The separation model {full} cannot be loaded: it is damaged or no ONNX.",
                e
            );
        }

        var network = new OnnxMaskNetwork(full, session, parts);
        network.Check();
        return network;
    }

    /// <inheritdoc/>
    public void Run(ReadOnlyMemory<float> powers, int frames, Memory<float> masks)
    {
        var info = OrtMemoryInfo.DefaultInstance;
        using var input = OrtValue.CreateTensorValueFromMemory(
            info,
            MemoryMarshal.AsMemory(powers),
            [1, Grid.Channels, frames, Grid.Bands]
        );
        using var output = OrtValue.CreateTensorValueFromMemory(
            info,
            masks,
            [1, Parts, Grid.Channels, frames, Grid.Bands]
        );
        try
        {
            _session.Run(_run, Inputs, [input], Outputs, [output]);
        }
        catch (OnnxRuntimeException e)
        {
            throw new InvalidDataException($"The separation model {_path} failed.", e);
        }
    }

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

    private void Check()
    {
        if (
            _session.InputMetadata.TryGetValue(Input, out var input)
            && input.Dimensions.Length == 4
            && input.Dimensions[^1] == Grid.Bands
            && _session.OutputMetadata.TryGetValue(Output, out var output)
            && output.Dimensions.Length == 5
            && output.Dimensions[1] == Parts
        )
        {
            return;
        }

        Dispose();
        throw new InvalidDataException(
            $"The model {_path} is no separation model: \"{Input}\" of {Grid.Bands} bands and \"{Output}\" of {Parts} parts are needed."
        );
    }
}
