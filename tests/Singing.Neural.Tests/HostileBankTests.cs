using CsCheck;
using Troubadour.Music;

namespace Troubadour.Singing.Neural.Tests;

/// <summary>Whatever a folder holds, the answer is a bank or one sentence.</summary>
public class HostileBankTests
{
    [Theory]
    [InlineData("dsconfig.yaml", "dsconfig.yaml is missing")]
    [InlineData("acoustic.onnx", "the acoustic model is missing")]
    [InlineData("phonemes.txt", "the list of phonemes is missing")]
    [InlineData("dsvocoder/vocoder.onnx", "the vocoder's model is missing")]
    [InlineData("dsvocoder/vocoder.yaml", "its vocoder \"tiny_vocoder\" is missing")]
    [InlineData("dsdur/dur.onnx", "the model \"dur\" is missing")]
    [InlineData("dsdur/ling.onnx", "the linguistic encoder is missing")]
    [InlineData("dsdur/phonemes.txt", "the list of phonemes is missing")]
    public void A_missing_file_is_named(string file, string sentence)
    {
        using var bank = new TinyBank { HasDurations = true }.Write();
        File.Delete(bank.At(file));
        Refused(bank, sentence);
    }

    [Theory]
    [InlineData("acoustic: ../acoustic.onnx")]
    [InlineData("acoustic: dsvocoder/../../x.onnx")]
    [InlineData("acoustic: /etc/passwd")]
    [InlineData("acoustic: 'C:\\x.onnx'")]
    [InlineData("acoustic: '..\\x.onnx'")]
    [InlineData("phonemes: ../../phonemes.txt")]
    [InlineData("speakers: [../../secret]")]
    public void Names_that_leave_the_folder_are_refused(string line)
    {
        using var bank = new TinyBank { More = line + "\n" }.Write();
        Refused(bank, "which is no name of a file in its folder");
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("a/b")]
    [InlineData("..")]
    public void A_vocoder_is_named_plainly(string name)
    {
        using var bank = new TinyBank { More = $"vocoder: '{name}'\n" }.Write();
        Directory.Delete(bank.At("dsvocoder"), recursive: true);
        Refused(bank, "must be the plain name of a folder");
    }

    [Fact]
    public void Links_are_not_followed()
    {
        using var bank = new TinyBank().Write();
        File.Move(bank.At("acoustic.onnx"), Path.Combine(bank.Voices, "elsewhere.onnx"));
        File.CreateSymbolicLink(bank.At("acoustic.onnx"), Path.Combine(bank.Voices, "elsewhere.onnx"));
        Refused(bank, "is a link, which is not followed");
    }

    [Theory]
    [InlineData("sample_rate: 1000000", "sample_rate")]
    [InlineData("sample_rate: loud", "sample_rate")]
    [InlineData("hop_size: 0.5", "hop_size")]
    [InlineData("hop_size: [1]", "hop_size")]
    [InlineData("num_mel_bins: 99999999999", "num_mel_bins")]
    [InlineData("mel_base: 2", "mel_base")]
    [InlineData("speakers: {a: b}", "speakers")]
    [InlineData("use_continuous_acceleration: perhaps", "use_continuous_acceleration")]
    [InlineData("acoustic: {a: b}", "acoustic")]
    public void Values_out_of_range_are_named(string line, string key)
    {
        using var bank = new TinyBank { More = line + "\n" }.Write();
        Refused(bank, key + " in ");
    }

    [Theory]
    [InlineData("hop_size: 256", "does not fit")]
    [InlineData("sample_rate: 22050", "does not fit")]
    [InlineData("num_mel_bins: 80", "num_mel_bins is 16 in the acoustic model and 80 in the vocoder")]
    [InlineData("mel_scale: htk", "mel_scale is slaney")]
    public void A_vocoder_that_does_not_fit_is_refused(string line, string sentence)
    {
        using var bank = new TinyBank().Write();
        File.AppendAllText(bank.At("dsvocoder/vocoder.yaml"), line + "\n");
        Refused(bank, sentence);
    }

    [Fact]
    public void Huge_deep_and_aliased_yaml_is_refused()
    {
        using var bank = new TinyBank().Write();
        File.WriteAllText(bank.At("dsconfig.yaml"), new string('#', 2 << 20));
        Refused(bank, "is larger than");
        File.WriteAllText(bank.At("dsconfig.yaml"), "a: " + new string('[', 100_000));
        Refused(bank, "nested too deeply");
        File.WriteAllText(bank.At("dsconfig.yaml"), "a: &a [x, x]\nb: &b [*a, *a]\n");
        Refused(bank, "aliases");
        File.WriteAllText(bank.At("dsconfig.yaml"), "- a\n- b\n");
        Refused(bank, "no map");
        File.WriteAllText(bank.At("dsconfig.yaml"), "a: 'open\n");
        Refused(bank, "no YAML");
        File.WriteAllText(bank.At("dsconfig.yaml"), "");
        Refused(bank, "acoustic in ");
    }

    [Fact]
    public void Missing_phones_are_listed()
    {
        using var bank = new TinyBank { Phonemes = ["SP", "aa", "iy", "n"] }.Write();
        Refused(bank, "it has no phonemes for ");
        Refused(bank, ", b, ch, d, ");
    }

    [Theory]
    [InlineData("volume: 11", "volume")]
    [InlineData("phones: {qq: aa}", "no phone of the radio set")]
    [InlineData("phones: {aa: qq}", "\"qq\"")]
    [InlineData("speakers: {Alto: x}", "Alto")]
    [InlineData("speakers: {Female Loud: x}", "Female Loud")]
    [InlineData("voice: Child", "voice")]
    [InlineData("shift: {Male: 40}", "shift")]
    [InlineData("steps: 0", "steps")]
    [InlineData("pitch: theirs", "pitch")]
    public void What_an_operator_gets_wrong_is_named(string line, string sentence)
    {
        using var bank = new TinyBank { Operators = line + "\n" }.Write();
        Refused(bank, sentence);
    }

    [Fact]
    public void Speakers_without_vectors_or_of_another_size_are_refused()
    {
        using var bank = new TinyBank { More = "speakers: [anna]\n" }.Write();
        Refused(bank, "the vector of the speaker anna is missing");
        bank.SaveVector("anna.emb", 1, 2);
        Refused(bank, "not the 16 that hidden_size asks for");
        bank.SaveVector("anna.emb", 1, 2, float.NaN, 4);
        Refused(bank, "no numbers");
        bank.SaveVector("anna.emb", 1, 2, 3, 4);
        File.WriteAllText(bank.At("troubadour.yaml"), "speakers: {Female: bella}\n");
        Refused(bank, "no speaker \"bella\"");
    }

    [Fact]
    public void Models_that_do_something_else_are_refused_when_they_are_loaded()
    {
        using var bank = new TinyBank().Write();
        var loudness = bank.Phonemes.Select(_ => 0f).ToArray();
        bank.Save("acoustic.onnx", TinyModels.Vocoder(44_100, 512, false));
        Unloadable(bank, "it takes no \"tokens\"");
        bank.Save("acoustic.onnx", TinyModels.Acoustic(loudness, ["wishes"]));
        Unloadable(bank, "asks for \"wishes\", which is not supported");
        bank.Save("acoustic.onnx", TinyModels.Acoustic(loudness, ["spk_embed"]));
        Unloadable(bank, "lists no speakers");
        bank.Save("acoustic.onnx", TinyModels.Acoustic(loudness, ["languages"]));
        Unloadable(bank, "asks for languages");
        bank.Save("acoustic.onnx", TinyModels.Acoustic(loudness, [], bins: 20));
        Unloadable(bank, "gave a spectrogram of the shape");
        bank.Save("acoustic.onnx", TinyModels.Acoustic([0, 0], []));
        Unloadable(bank, "acoustic.onnx");
        File.WriteAllBytes(bank.At("acoustic.onnx"), [1, 2, 3]);
        Unloadable(bank, "damaged");
        File.WriteAllBytes(bank.At("acoustic.onnx"), []);
        Unloadable(bank, "damaged");
    }

    [Fact]
    public void Sound_that_is_no_number_is_refused()
    {
        using var bank = new TinyBank { Poison = float.NaN }.Write();
        Unloadable(bank, "values that are no numbers");
    }

    [Fact]
    public void Weights_in_other_files_are_refused()
    {
        using var bank = new TinyBank().Write();
        var model = TinyModels.Acoustic(bank.Phonemes.Select(_ => 0f).ToArray(), []);
        model.ExternalWeight("../../../etc/passwd");
        bank.Save("acoustic.onnx", model);
        Unloadable(bank, "weights in another file");
    }

    [Fact]
    public void Damaged_models_never_do_worse_than_an_exception_of_ours()
    {
        using var bank = new TinyBank { Noisy = true }.Write();
        var whole = File.ReadAllBytes(bank.At("dsvocoder/vocoder.onnx"));
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte)
            .Sample(
                change =>
                {
                    var bytes = (byte[])whole.Clone();
                    bytes[change.Item1] = change.Item2;
                    try
                    {
                        RepeatableModel.Of(bytes);
                    }
                    catch (InvalidDataException)
                    {
                        // A sentence.
                    }
                },
                iter: 2000
            );
    }

    private static void Refused(TinyBank bank, string sentence)
    {
        var fault = Assert.Throws<InvalidDataException>(bank.Read);
        Assert.StartsWith($"The voicebank {bank.Folder} cannot be used: ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(sentence, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    private static void Unloadable(TinyBank bank, string sentence)
    {
        var read = bank.Read();
        var fault = Assert.Throws<InvalidDataException>(() => NeuralSinger.Load(read));
        Assert.StartsWith($"The voicebank {bank.Folder} cannot be used: ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(sentence, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }
}
