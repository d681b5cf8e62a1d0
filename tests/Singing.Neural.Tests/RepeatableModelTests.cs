using Microsoft.ML.OnnxRuntime;
using Troubadour.Music;

namespace Troubadour.Singing.Neural.Tests;

public class RepeatableModelTests
{
    private const int Many = 100_000;

    [Fact]
    public void A_model_without_chance_stays_as_it_is()
    {
        var bytes = TinyModels.Vocoder(44_100, 512, noisy: false).Save();
        Assert.Same(bytes, RepeatableModel.Of(bytes));
    }

    [Fact]
    public void The_runtime_itself_draws_anew_in_every_run()
    {
        // What makes the replacement necessary; a runtime that seeds each run would need none.
        using var session = new InferenceSession(Chance().Save());
        Assert.NotEqual(Draw(session, null), Draw(session, null));
    }

    [Fact]
    public void Replaced_chance_follows_the_tables_and_has_the_wanted_spread()
    {
        using var session = new InferenceSession(RepeatableModel.Of(Chance().Save()));
        var first = Draw(session, 1);
        Assert.Equal(first, Draw(session, 1));
        Assert.NotEqual(first, Draw(session, 2));
        Assert.Equal(2 * Many, first.Length);
        var (normal, even) = (first[..Many], first[Many..]);
        Assert.Equal(5, normal.Average(), 0.02);
        Assert.Equal(2, Math.Sqrt(normal.Average(x => (x - 5) * (x - 5))), 0.02);
        Assert.InRange(even.Min(), -3, -2.99);
        Assert.InRange(even.Max(), 0.99, 1);
        Assert.Equal(-1, even.Average(), 0.02);
    }

    private static OnnxWriter Chance()
    {
        var w = new OnnxWriter();
        var input = w.Input("x", OnnxWriter.Float, 1, "n");
        var normal = w.Node("RandomNormalLike", [input], ("mean", 5f), ("scale", 2f));
        var even = w.Node("RandomUniform", [], ("shape", (long[])[1, Many]), ("low", -3f), ("high", 1f));
        w.Output("y", OnnxWriter.Float, w.Node("Concat", [normal, even], ("axis", 1)), 1, "m");
        return w;
    }

    private static float[] Draw(InferenceSession session, long? seed)
    {
        using var options = new RunOptions();
        var values = new Dictionary<string, OrtValue>
        {
            ["x"] = OrtValue.CreateTensorValueFromMemory(new float[Many], [1, Many]),
        };
        if (seed is { } s)
        {
            var random = new RandomStream(s, "noise");
            var (normal, even) = (new float[RepeatableModel.TableLength], new float[RepeatableModel.TableLength]);
            for (var i = 0; i < normal.Length; i++)
            {
                normal[i] = (float)random.NextNormal();
                even[i] = (float)random.NextUnit();
            }

            values[RepeatableModel.Normal] = OrtValue.CreateTensorValueFromMemory(normal, [normal.Length]);
            values[RepeatableModel.Uniform] = OrtValue.CreateTensorValueFromMemory(even, [even.Length]);
        }

        using var results = session.Run(options, values, ["y"]);
        return results[0].GetTensorDataAsSpan<float>().ToArray();
    }
}
