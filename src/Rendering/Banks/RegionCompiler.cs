namespace Troubadour.Rendering;

/// <summary>Merges a preset's zones with those of its instruments into regions (SoundFont 2.04, sections 9.4 and 9.5).</summary>
internal static class RegionCompiler
{
    /// <summary>More regions than this in one preset is no bank but an attack.</summary>
    private const int MostRegions = 20000;

    /// <exception cref="SoundBankException">The preset has too many regions.</exception>
    public static Region[] Compile(PresetRecord preset, BankContents bank)
    {
        var regions = new List<Region>();
        var globalPreset = GlobalOf(preset.Zones);
        foreach (var presetZone in preset.Zones)
        {
            if (presetZone.Target < 0)
            {
                continue;
            }

            var zones = bank.Instruments[presetZone.Target];
            var globalInstrument = GlobalOf(zones);
            foreach (var zone in zones)
            {
                if (zone.Target >= 0 && !bank.Headers[zone.Target].IsRom)
                {
                    Add(regions, globalPreset, presetZone, globalInstrument, zone, bank.Headers[zone.Target]);
                }
            }

            if (regions.Count > MostRegions)
            {
                throw new SoundBankException($"Preset {preset.Name} has more than {MostRegions} regions.");
            }
        }

        return [.. regions];
    }

    private static Zone? GlobalOf(Zone[] zones) => zones.Length > 0 && zones[0].Target < 0 ? zones[0] : null;

    private static void Add(
        List<Region> regions,
        Zone? globalPreset,
        Zone presetZone,
        Zone? globalInstrument,
        Zone zone,
        SampleHeader sample
    )
    {
        var keys = Overlap(
            Local(globalPreset, presetZone, Generator.KeyRange),
            Local(globalInstrument, zone, Generator.KeyRange)
        );
        var velocities = Overlap(
            Local(globalPreset, presetZone, Generator.VelocityRange),
            Local(globalInstrument, zone, Generator.VelocityRange)
        );
        if (keys.Low > keys.High || velocities.Low > velocities.High)
        {
            return;
        }

        var modulators = MergeModulators(globalPreset, presetZone, globalInstrument, zone);
        regions.Add(
            new Region
            {
                Amounts = MergeAmounts(globalPreset, presetZone, globalInstrument, zone),
                FixedModulators = [.. modulators.Where(m => !m.IsLive)],
                LiveModulators = [.. modulators.Where(m => m.IsLive)],
                Sample = sample,
                KeyLow = keys.Low,
                KeyHigh = keys.High,
                VelocityLow = velocities.Low,
                VelocityHigh = velocities.High,
            }
        );
    }

    private static (int Low, int High) Local(Zone? global, Zone zone, Generator range) =>
        zone.IsSet((int)range) || global is null ? zone.Range(range) : global.Range(range);

    private static (int Low, int High) Overlap((int Low, int High) a, (int Low, int High) b) =>
        (Math.Max(a.Low, b.Low), Math.Min(a.High, b.High));

    private static int[] MergeAmounts(Zone? globalPreset, Zone presetZone, Zone? globalInstrument, Zone zone)
    {
        var amounts = GeneratorTable.Defaults();
        for (var g = 0; g < amounts.Length; g++)
        {
            if (Local(globalInstrument, zone, g) is { } own)
            {
                amounts[g] = own;
            }

            if (GeneratorTable.IsAdditive(g) && Local(globalPreset, presetZone, g) is { } added)
            {
                amounts[g] += added;
            }
        }

        return amounts;
    }

    private static short? Local(Zone? global, Zone zone, int generator) =>
        zone.IsSet(generator) ? zone.Amounts[generator]
        : global is not null && global.IsSet(generator) ? global.Amounts[generator]
        : null;

    private static List<Modulator> MergeModulators(
        Zone? globalPreset,
        Zone presetZone,
        Zone? globalInstrument,
        Zone zone
    )
    {
        var merged = DefaultModulators.Make();
        Replace(merged, globalInstrument?.Modulators);
        Replace(merged, zone.Modulators);
        var presetOnes = new List<Modulator>();
        Replace(presetOnes, globalPreset?.Modulators);
        Replace(presetOnes, presetZone.Modulators);
        foreach (var modulator in presetOnes)
        {
            var at = merged.FindIndex(m => m.IsSameAs(modulator));
            if (at < 0)
            {
                merged.Add(modulator);
            }
            else
            {
                var sum = Math.Clamp(merged[at].Amount + modulator.Amount, short.MinValue, short.MaxValue);
                merged[at] = merged[at] with { Amount = (short)sum };
            }
        }

        merged.RemoveAll(m => m.Amount == 0);
        return merged;
    }

    private static void Replace(List<Modulator> list, Modulator[]? later)
    {
        foreach (var modulator in later ?? [])
        {
            var at = list.FindIndex(m => m.IsSameAs(modulator));
            if (at < 0)
            {
                list.Add(modulator);
            }
            else
            {
                list[at] = modulator;
            }
        }
    }
}
