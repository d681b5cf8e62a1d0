namespace Troubadour.Singing.Neural;

/// <summary>How many steps a diffusion or flow model takes, in the inputs that it asks for ("steps", or "speedup" and "depth").</summary>
internal static class Sampler
{
    private const int Timesteps = 1000;

    /// <summary>Adds the inputs.</summary>
    /// <param name="model">The model.</param>
    /// <param name="inputs">Where they go.</param>
    /// <param name="steps">Steps.</param>
    /// <param name="depth">Depth, 0 to 1, for shallow diffusion.</param>
    /// <param name="continuous">True when the model counts depth from 0 to 1.</param>
    public static void Add(
        OnnxModel model,
        Dictionary<string, ModelValue> inputs,
        int steps,
        double depth,
        bool continuous
    )
    {
        var discrete = (long)Math.Round(depth * Timesteps);
        var speedup = Math.Max(1, (model.Takes("depth") ? discrete : Timesteps) / steps);
        // A whole number of jumps must lead from the depth, or from all timesteps, to the end.
        while (!model.Takes("depth") && Timesteps % speedup != 0)
        {
            speedup--;
        }

        if (model.Takes("depth"))
        {
            inputs["depth"] = model.Number("depth", continuous ? depth : discrete / speedup * speedup);
        }

        if (model.Takes("steps"))
        {
            inputs["steps"] = model.Number("steps", steps);
        }

        if (model.Takes("speedup"))
        {
            inputs["speedup"] = model.Number("speedup", speedup);
        }
    }
}
