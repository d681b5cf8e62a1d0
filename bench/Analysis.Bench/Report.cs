using System.Text;

namespace Troubadour.Analysis.Bench;

/// <summary>The results as a document.</summary>
internal static class Report
{
    private const string Words = """
        # Analysis against rendered songs

        `Analysis.Bench all FOLDER` over 30 songs of 66 s, one a style, rendered by the engine; the truth is in each song.json. Every third by name was
        used for tuning; no constant was set by the other twenty, but for the level under which a voice stem counts as silent (-25 dB: all thirty were
        looked at, instrumentals leave -44 to -47 dB, songs -3 to -6 dB). All songs share one engine, so real music is harder: read the figures as an upper
        bound. None of them is in 3/4, one is in 6/8, one in 12/8.

        Acc1: tempo within 4 %; Acc2: or its double, half, triple or third. Beat and downbeat F: within 70 ms, beats are dotted quarters in compound metres.
        Metre and key: exact, modes by their third. Chords: weighted recall of major and minor triads over the time of such chords; roots: the root only.
        F 3 s and .5 s: section boundaries without start and end. Pitch and chroma: frames of written lead notes whose pitch is within half a semitone
        (in any octave for chroma); frames that are said to be silent count as wrong. Voiced F: frames of stretches with a lead voice; rapped lines are not in
        the truth, and songs with them look worse. Tune and bass F: key and onset within 100 ms, ends do not matter. CPU: seconds a minute of sound, one
        thread, on a busy machine.


        """;

    private const string NoteWords = """

        ## Notes from separated stems

        What comes out when `src/Separation` has parted the master and the analysis is given its four stems: onset within 50 ms and the same key (or
        kind of drum), ends do not matter. The counts of all songs are added up before F is taken. Tune: the lead voice; backing voices and raps are not in the truth, but are
        heard, which costs precision. Rest: every part that is neither drums nor bass nor effect, also what nobody hears under the others. Drums by their General MIDI keys. The
        networks for drums and rest learnt from the 10 songs for tuning and 27 more that `training/separation/make_songs.py` makes, which the separation
        learnt from as well; the kits and instruments of the held-out songs come from the same sound bank, so recordings will be harder. CPU without the separation.


        """;

    public static string Of(IReadOnlyList<SongRow> tuned, IReadOnlyList<SongRow> held)
    {
        var text = new StringBuilder(Words);
        text.Append(ScoreTable.Head).Append('\n');
        text.Append(ScoreTable.Mean("**20 held-out songs**", [.. held.Select(r => r.Mix)])).Append('\n');
        text.Append(ScoreTable.Mean("the same, voice and bass stems given", [.. held.Select(r => r.Stems)]))
            .Append('\n');
        text.Append(ScoreTable.Mean("the same, stems of the separation given", [.. held.Select(r => r.Separated)]))
            .Append('\n');
        text.Append(Baselines.Row("flux and autocorrelation; plain chroma", [.. held.Select(r => r.Simple)]))
            .Append('\n');
        text.Append(ScoreTable.Mean("10 songs for tuning", [.. tuned.Select(r => r.Mix)])).Append('\n');
        Band(text, tuned, held);
        text.Append("\n## Held out\n\n").Append(ScoreTable.Head).Append('\n');
        foreach (var row in held)
        {
            text.Append(ScoreTable.Row(row.Mix)).Append('\n');
        }

        text.Append("\n## For tuning\n\n").Append(ScoreTable.Head).Append('\n');
        foreach (var row in tuned)
        {
            text.Append(ScoreTable.Row(row.Mix)).Append('\n');
        }

        return text.ToString();
    }

    private static void Band(StringBuilder text, IReadOnlyList<SongRow> tuned, IReadOnlyList<SongRow> held)
    {
        var all = BandScore.Sum("**20 held-out songs, F**", [.. held.Select(r => r.Band)]);
        text.Append(NoteWords).Append(BandScore.Head).Append('\n');
        text.Append(all.Row(line => line.F)).Append('\n');
        text.Append((all with { Name = "precision" }).Row(line => line.Precision)).Append('\n');
        text.Append((all with { Name = "recall" }).Row(line => line.Recall)).Append('\n');
        var learnt = BandScore.Sum("10 songs for tuning, F", [.. tuned.Select(r => r.Band)]);
        text.Append(learnt.Row(line => line.F)).Append('\n');
        foreach (var row in held)
        {
            text.Append(row.Band.Row(line => line.F)).Append('\n');
        }
    }
}
