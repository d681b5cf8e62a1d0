namespace Troubadour.Singing.Measures.Tests;

/// <summary>A fact that needs programs; skipped where they are not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(params string[] programs)
    {
        if (!programs.All(Tool.Exists))
        {
            Skip = $"Needs {string.Join(" and ", programs)}.";
        }
    }
}
