using System.Text.Json;
using Troubadour.Engine;

namespace Troubadour.Server.Working;

/// <summary>Writes reports, a JSON line each, whole and in order.</summary>
internal sealed class WorkerReporter(Stream output) : IProgress<MakeProgress>
{
    private readonly Lock _writing = new();

    public void Report(MakeProgress value) =>
        Send(new WorkerReport(WorkerReportKind.Progress, Stage: value.Stage, Fraction: value.Fraction));

    public void Send(WorkerReport report)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(report, WorkerJson.Options);
        lock (_writing)
        {
            output.Write(line);
            output.WriteByte((byte)'\n');
            output.Flush();
        }
    }
}
