using Troubadour.Music;

namespace Troubadour.Composing.Measures;

/// <summary>9: no thirds below E3: share of sixteenths in which two instruments' notes under key 52 stand a third apart.</summary>
internal static class LowThirds
{
    private const int Limit = 52;

    public static CraftFinding Of(SongGrid grid)
    {
        var notes = SongTexture.Full(grid, withVoice: false).Notes.Where(note => note.Key < Limit).ToList();
        var sounding = new HashSet<int>[grid.Slots + 1];
        foreach (var note in notes)
        {
            for (var slot = Math.Max(0, note.Slot); slot < Math.Min(note.EndSlot, sounding.Length); slot++)
            {
                (sounding[slot] ??= []).Add(note.Key);
            }
        }

        var muddy = sounding.Count(keys => keys?.Any(key => keys.Contains(key + 3) || keys.Contains(key + 4)) == true);
        var share = (double)muddy / sounding.Length;
        return new CraftFinding(9, "sixteenths with a third below E3", "at most .01", true, share, share <= 0.01);
    }
}
