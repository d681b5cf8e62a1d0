using System.Globalization;

namespace Troubadour.Faults;

/// <summary>A clock that a server takes for the computer's, and that can be moved.</summary>
public sealed class FalseClock : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    /// <summary>A right one.</summary>
    public FalseClock() => Set(TimeSpan.Zero);

    /// <summary>What a server is started by to have it.</summary>
    public string[] Prefix => ["/usr/bin/env", $"TROUBADOUR_TEST_CLOCK={_file}"];

    /// <summary>Moves it.</summary>
    /// <param name="ahead">How far ahead of the right time.</param>
    public void Set(TimeSpan ahead) =>
        File.WriteAllText(_file, ((int)ahead.TotalSeconds).ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc />
    public void Dispose() => File.Delete(_file);
}
