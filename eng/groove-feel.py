#!/usr/bin/env python3
"""Derives how drummers play, by family of styles, from the Groove MIDI Dataset: statistics only, no pattern of it is kept.

    eng/groove-feel.py CORPUS styles/feel/drums.json

CORPUS is the folder that holds info.csv. For kick, snare and hat (cymbals that keep time count as hat) it measures, over beats in 4/4:

lateMs     mean milliseconds behind the player's own median, by sixteenth of the bar; swung and triplet notes left out
spreadMs   half the standard deviation of what remains from stroke to stroke, kept between 4 and 8: the other half comes from slips, from
           ornaments that are no sixteenths and from the recording
memory     correlation of that with the stroke before, kept between .3 and .7
accent, stroke, soft   mean velocities of hard, usual and soft strokes
force      by sixteenth of the bar, a stroke's velocity against the mean of the performance's strokes (snare: of its strokes of that kind)
varies     spread of velocities of one kind at one place, against their mean
adds       chance that a bar has a stroke there which the bar before had not, when most bars have none
drops      chance that a bar leaves out a stroke there which most bars have
ghosts     chance of a soft stroke there (snare)

Families with few bars lean on the mean of all drummers.
"""
import collections, csv, json, os, statistics, struct, sys

FAMILIES = {
    "rock": ["rock"], "pop": ["pop", "dance"], "funk": ["funk", "neworleans"], "soul": ["soul", "gospel"],
    "hiphop": ["hiphop"], "jazz": ["jazz"], "latin": ["latin", "afrocuban"], "reggae": ["reggae"],
    "afrobeat": ["afrobeat", "highlife"], "punk": ["punk"], "country": ["country", "blues"],
}
DRUMS = {"kick": {35, 36}, "snare": {37, 38, 40}, "hat": {22, 26, 42, 44, 46, 51, 53, 59}}
LEAN = 60  # strokes of the common mean that every place of a family is mixed with


def mean(values):
    values = list(values)
    return sum(values) / len(values)


def number(data, at):
    value = 0
    while True:
        byte = data[at]
        at += 1
        value = (value << 7) | (byte & 127)
        if byte < 128:
            return value, at


def track(data, at, end):
    now, status = 0, 0
    while at < end:
        delta, at = number(data, at)
        now += delta
        byte = data[at]
        if byte == 0xFF:
            length, at = number(data, at + 2)
            at += length
        elif byte in (0xF0, 0xF7):
            length, at = number(data, at + 1)
            at += length
        else:
            if byte & 0x80:
                status, at = byte, at + 1
            if status & 0xF0 == 0x90 and data[at + 1]:
                yield now, data[at], data[at + 1]
            at += 1 if status & 0xF0 in (0xC0, 0xD0) else 2


def strokes(path):
    """Ticks a quarter and (tick, key, velocity) of a MIDI file."""
    with open(path, "rb") as file:
        data = file.read()
    division, at, notes = struct.unpack(">H", data[12:14])[0], 14, []
    while at < len(data):
        length = struct.unpack(">I", data[at + 4 : at + 8])[0]
        notes += track(data, at + 8, at + 8 + length)
        at += 8 + length
    return division, sorted(notes)


def drum(key):
    return next((name for name, keys in DRUMS.items() if key in keys), None)


class Tally:
    """What is counted of one drum in one family."""

    def __init__(self, by_kind):
        self.by_kind = by_kind
        self.late = [[] for _ in range(16)]
        self.rest, self.pairs = [], []
        self.kinds = collections.defaultdict(list)
        self.force = [[] for _ in range(16)]
        self.adds, self.drops, self.ghosts = ([[0, 0] for _ in range(16)] for _ in range(3))

    def add(self, played, bars, sixteenth, ms):
        self.timing(played, sixteenth, ms)
        self.velocities(played, sixteenth)
        self.variation(played, bars, sixteenth)

    def timing(self, played, sixteenth, ms):
        near = []
        for tick, velocity in played:
            place = round(tick / sixteenth)
            late = (tick - place * sixteenth) * ms
            if abs(late) < min(0.22 * sixteenth * ms, 30):
                near.append((place, late))
        if len(near) < 16:
            return
        own = statistics.median(late for _, late in near)
        by_place = collections.defaultdict(list)
        for place, late in near:
            by_place[place % 16].append(late - own)
        means = {place: mean(lates) for place, lates in by_place.items()}
        for place, lates in by_place.items():
            self.late[place] += lates
        rest = [late - own - means[place % 16] for place, late in near]
        middle = statistics.median(abs(r) for r in rest) * 1.4826
        self.rest.append((middle, len(rest)))
        kept = [r for r in rest if abs(r) < 2.5 * max(middle, 1)]
        spread = mean(r * r for r in kept) if len(kept) > 16 else 0
        if spread > 0:
            together = mean(a * b for a, b in zip(kept, kept[1:]))
            self.pairs.append((together / spread, len(kept)))

    def velocities(self, played, sixteenth):
        loud = sorted(velocity for _, velocity in played)
        top = loud[int(0.9 * (len(loud) - 1))]
        kind = lambda v: "soft" if v < 0.5 * top else "accent" if v > 0.86 * top else "stroke"
        groups = collections.defaultdict(list)
        for _, velocity in played:
            groups[kind(velocity)].append(velocity)
        for name, group in groups.items():
            self.kinds[name] += group
        means = {name: mean(group) for name, group in groups.items()} | {"all": mean(v for _, v in played)}
        for tick, velocity in played:
            usual = means[kind(velocity) if self.by_kind else "all"]
            self.force[round(tick / sixteenth) % 16].append(velocity / usual)

    def variation(self, played, bars, sixteenth):
        if bars < 4:
            return
        loud = sorted(velocity for _, velocity in played)
        soft = 0.5 * loud[int(0.9 * (len(loud) - 1))]
        there = {}
        for tick, velocity in played:
            place = round(tick / sixteenth)
            there[place] = max(velocity, there.get(place, 0))
        for place in range(16):
            row = [there.get(bar * 16 + place, 0) for bar in range(bars)]
            share = sum(1 for v in row if v) / bars
            count = self.adds if share < 0.5 else self.drops
            count[place][0] += sum(1 for v in row if bool(v) != (share >= 0.5))
            count[place][1] += bars
            self.ghosts[place][0] += sum(1 for v in row if 0 < v < soft)
            self.ghosts[place][1] += bars


def weighted(values):
    total = sum(n for _, n in values)
    return sum(v * n for v, n in values) / total if total else 0


def leaning(own, common):
    return (sum(own) + LEAN * common) / (len(own) + LEAN)


def rate(own, common):
    return round((own[0] + LEAN * common) / (own[1] + LEAN), 3)


def shape(tally, every):
    common = lambda lists: [mean(values) if values else 0 for values in lists]
    late, force = common(every.late), common(every.force)
    share = lambda counts: [n / of if of else 0 for n, of in counts]
    kinds = {k: (sum(tally.kinds[k]) + LEAN * mean(every.kinds[k])) / (len(tally.kinds[k]) + LEAN) for k in ("accent", "stroke", "soft")}
    relative = [v / m for f in tally.force if len(f) > 8 for m in [mean(f)] for v in f]
    return {
        "lateMs": [round(leaning(own, late[i]), 1) for i, own in enumerate(tally.late)],
        "spreadMs": round(min(8, max(4, 0.5 * weighted(tally.rest or every.rest))), 1),
        "memory": round(min(0.7, max(0.3, weighted(tally.pairs or every.pairs))), 2),
        **{name: round(value) for name, value in kinds.items()},
        "force": [round(leaning(own, force[i]), 3) for i, own in enumerate(tally.force)],
        "varies": round(statistics.pstdev(relative), 3),
        "adds": [rate(own, every_share) for own, every_share in zip(tally.adds, share(every.adds))],
        "drops": [rate(own, every_share) for own, every_share in zip(tally.drops, share(every.drops))],
        "ghosts": [rate(own, every_share) for own, every_share in zip(tally.ghosts, share(every.ghosts))],
    }


def main(corpus, out):
    tallies = collections.defaultdict(lambda: {name: Tally(name == "snare") for name in DRUMS})
    with open(os.path.join(corpus, "info.csv"), encoding="utf-8") as file:
        rows = [r for r in csv.DictReader(file) if r["beat_type"] == "beat" and r["time_signature"] == "4-4"]
    for row in rows:
        style = row["style"].split("/")[0]
        families = [name for name, styles in FAMILIES.items() if style in styles] + ["every"]
        division, notes = strokes(os.path.join(corpus, row["midi_filename"]))
        sixteenth, ms = division / 4, 60000 / float(row["bpm"]) / division
        bars = round((notes[-1][0] if notes else 0) / sixteenth) // 16
        for name in DRUMS:
            played = [(tick, velocity) for tick, key, velocity in notes if drum(key) == name]
            if len(played) >= 8:
                for family in families:
                    tallies[family][name].add(played, bars, sixteenth, ms)
    feels = {
        family: {name: shape(tallies[family][name], tallies["every"][name]) for name in DRUMS} for family in FAMILIES
    }
    flat = lambda accent, stroke, soft: {
        "lateMs": [0] * 16, "spreadMs": 0, "memory": 0, "accent": accent, "stroke": stroke, "soft": soft,
        "force": [1] * 16, "varies": 0, "adds": [0] * 16, "drops": [0] * 16, "ghosts": [0] * 16,
    }
    feels["machine"] = {"kick": flat(108, 96, 60), "snare": flat(110, 92, 48), "hat": flat(96, 80, 52)}
    lines = []
    for family, drums in feels.items():
        fields = []
        for name, values in drums.items():
            inner = ",\n".join(f"      {json.dumps(k)}: {json.dumps(v)}" for k, v in values.items())
            fields.append(f"    {json.dumps(name)}: {{\n{inner}\n    }}")
        lines.append(f"  {json.dumps(family)}: {{\n" + ",\n".join(fields) + "\n  }")
    with open(out, "w", encoding="utf-8") as file:
        file.write("{\n" + ",\n".join(lines) + "\n}\n")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
