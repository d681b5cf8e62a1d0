namespace Troubadour.Composing;

/// <summary>Checks what a style's effects are played by.</summary>
internal static class EffectsCheck
{
    public static void Check(StyleSheet style)
    {
        var effects = style.Effects;
        PatchCheck.Name(style, "the risers", effects.RiserPatch);
        PatchCheck.Name(style, "the impacts", effects.ImpactPatch);
        PatchCheck.Name(style, "the downlifters", effects.DownlifterPatch);
        foreach (var texture in effects.Textures)
        {
            PatchCheck.Name(style, $"'{texture.Id}'", texture.Patch);
            StyleCheck.Within(style, $"the gain of '{texture.Id}'", texture.GainDb, -24, 12);
            PartCheck.Energy(style, texture.Id, texture.Energy);
        }

        var ids = effects.Textures.Select(texture => texture.Id).Concat(style.Parts.Select(part => part.Id));
        if (ids.GroupBy(id => id, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw StyleCheck.Wrong(style, $"two parts are called '{twice.Key}'");
        }
    }
}
