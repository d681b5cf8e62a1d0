using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Writes the sung part: several drafts of the whole, the best of them taken.</summary>
internal sealed class VocalWriter(
    Direction direction,
    LineComposer lines,
    LineSchemes schemes,
    MelodyCharacter character,
    TuneMemory memory
)
{
    private readonly MelodyCharacter _character = character.Bent(direction.Brief);

    /// <summary>The tunes of sung sections by kind, for instruments that take them up.</summary>
    public IReadOnlyDictionary<string, ImmutableArray<LineShape>> Shapes { get; private set; } =
        new SortedDictionary<string, ImmutableArray<LineShape>>(StringComparer.Ordinal);

    /// <summary>The lead voice's phrases over the whole form.</summary>
    public ImmutableArray<VocalPhrase> Write(FormPlan form)
    {
        var random = new RandomStream(direction.Brief.Seed, "melody");
        var best = ImmutableArray<VocalPhrase>.Empty;
        var bestScore = double.MinValue;
        for (var i = 0; i < DetailKnob.Drafts(direction.Brief); i++)
        {
            var draft = new MelodyDraft(direction, lines, schemes, _character, memory, random.Child($"draft {i}"));
            var phrases = draft.Write(form);
            var score = MelodyJudge.Score(phrases, form, direction);
            if (score > bestScore)
            {
                (best, bestScore) = (phrases, score);
                Shapes = draft.Shapes;
            }
        }

        return best;
    }
}
