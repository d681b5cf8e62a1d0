namespace Troubadour.Composing.Measures.Tests;

/// <summary>A fact that needs the corpora; skipped where the environment names none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CorporaFactAttribute : FactAttribute
{
    public CorporaFactAttribute()
    {
        if (Corpora.FromEnvironment() is null)
        {
            Skip = $"Needs the corpora: set {Corpora.Variable} to their folder.";
        }
    }
}
