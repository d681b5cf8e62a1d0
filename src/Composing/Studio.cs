using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Writes and performs what is sung and played over a form and its harmony.</summary>
internal sealed class Studio(StyleLibrary library)
{
    /// <summary>One take of the whole form; lines that stand already are sung as they are.</summary>
    /// <param name="direction">The choices.</param>
    /// <param name="form">The form.</param>
    /// <param name="harmony">The chords over it.</param>
    /// <param name="memory">Tunes to take up.</param>
    public Take Record(Direction direction, FormPlan form, Harmony harmony, TuneMemory memory)
    {
        var character = MelodyCharacter.Draw(new RandomStream(direction.Brief.Material, "character"));
        var lines = new LineComposer(direction, form, harmony, new MetricGrid(direction), library.Sung, character);
        var stage = new Stage(direction, form, harmony);
        var feel = new Feel(direction, form);
        var writer = new VocalWriter(direction, lines, library.Schemes, character, memory);
        var leads = direction.Brief.IsVocal ? writer.Write(form) : [];
        var parts = new Arranger(stage, new LeadWriter(stage, lines, writer.Shapes, leads, memory), feel).Write();
        parts = form.Ending == FormClock.Cut ? BrokenOff.At(form.LastChordTick, stage.Map, parts) : parts;
        var vocals = new BackingVocals(direction, harmony).Add(leads, form);
        return new Take(
            stage,
            parts,
            [.. vocals.Select(phrase => phrase with { Notes = [.. phrase.Notes.Select(feel.Play)] })]
        );
    }
}
