namespace Troubadour.Rendering.Tests;

/// <summary>A fact that shows as skipped, with the reason, where the files it compares with are not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsFactAttribute : FactAttribute
{
    public NeedsFactAttribute(params string[] paths)
    {
        Paths = paths;
        if (paths.FirstOrDefault(p => !File.Exists(p)) is { } missing)
        {
            Skip = $"{missing} is not installed.";
        }
    }

    public string[] Paths { get; }
}
