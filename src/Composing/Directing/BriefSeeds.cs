using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Which seed a stream of chance opens from.</summary>
internal static class BriefSeeds
{
    extension(SongBrief brief)
    {
        /// <summary>The seed of what an edit keeps of an older song: style, progressions, grooves, the tune's character.</summary>
        public long Material => brief.MaterialSeed ?? brief.Seed;
    }
}
