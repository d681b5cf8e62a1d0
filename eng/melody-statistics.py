#!/usr/bin/env python3
"""Derives styles/melody/sung.json from the POP909 structure corpus: how sung melodies move, rest on chords, lie in the bar.

Usage: melody-statistics.py FOLDER-OF-pop909-structure > styles/melody/sung.json
Only counts leave the corpus: probabilities of moves, tones, gaps, starts and last notes, each smoothed by one.
"""
import collections, json, os, re, sys

ROOT = os.path.join(sys.argv[1], "POP909")
MAJOR = [0, 2, 4, 5, 7, 9, 11]
NAMES = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
MOST = 8


def read(song, name):
    with open(os.path.join(ROOT, song, name), encoding="utf8", errors="replace") as file:
        return file.read()


def tonic(text):
    found = re.match(r"([A-G])([#b]?):?\s?(\w*)", text.strip())
    if not found:
        return None
    key = (NAMES[found[1]] + {"#": 1, "b": -1, "": 0}[found[2]]) % 12
    return (key + 3) % 12 if found[3].startswith("min") else key


def step_of(pitch, key):
    """Diatonic step number, or None off the scale."""
    octave, degree = divmod(pitch - key, 12)
    return octave * 7 + MAJOR.index(degree) if degree in MAJOR else None


def tone(pitch, chord, root, key):
    if pitch % 12 in chord:
        return {0: "root", 3: "third", 4: "third", 7: "fifth"}.get((pitch - root) % 12, "other")
    return "scale" if (pitch - key) % 12 in MAJOR else "outside"


def strength(slot):
    return 2 if slot % 8 == 0 else 1 if slot % 4 == 0 else 0


def share(counter, keys):
    total = sum(counter[k] for k in keys) + len(keys)
    return [round((counter[k] + 1) / total, 5) for k in keys]


moves = collections.defaultdict(collections.Counter)
tones = collections.defaultdict(collections.Counter)
gaps = collections.defaultdict(collections.Counter)
finals, starts = collections.Counter(), collections.Counter()
for song in sorted(os.listdir(ROOT)):
    try:
        key = tonic(read(song, "analyzed_key.txt").split("\n")[0])
        melody = [tuple(map(int, line.split()[:2])) for line in read(song, "melody.txt").split("\n") if line.strip()]
        tempo = float(read(song, "tempo.txt").strip())
        chords = []
        for line in read(song, "finalized_chord.txt").split("\n"):
            found = re.match(r"(\S+)\s*\[(.*?)\]\s+(-?\d+)\s+(\d+)", line)
            if found:
                pcs = [int(x) for x in found[2].split(",") if x.strip()]
                root = found[1][0]
                root = (NAMES.get(root, 0) + found[1][1:2].count("#") - found[1][1:2].count("b")) % 12
                chords += [(pcs, root)] * (int(found[4]) * 4)
    except (FileNotFoundError, ValueError):
        continue
    if key is None:
        continue
    time, notes = 0, []
    for pitch, length in melody:
        if pitch > 0:
            notes.append((time, pitch, length))
        time += length
    speed = "slow" if tempo < 74 else "middle" if tempo < 96 else "fast"
    before, gap_before = 0, 0
    for i, (at, pitch, length) in enumerate(notes):
        last = i + 1 == len(notes) or notes[i + 1][0] - (at + length) >= 4
        if at < len(chords) and chords[at][0]:
            size = 2 if length >= 4 else 1 if length >= 2 else 0
            tones[strength(at % 16) * 3 + size][tone(pitch, *chords[at], key)] += 1
        if last:
            finals[(pitch - key) % 12] += 1
            before, gap_before = 0, 0
            continue
        gap = notes[i + 1][0] - at
        if gap_before == 0:
            starts[at % 16] += 1
        gaps[(speed, at % 16, min(gap_before, MOST))][min(gap, MOST)] += 1
        gap_before = gap
        a, b = step_of(pitch, key), step_of(notes[i + 1][1], key)
        if a is not None and b is not None:
            move = max(-MOST, min(MOST, b - a))
            moves[max(-3, min(3, before))][move] += 1
            before = move

kinds = ["root", "third", "fifth", "other", "scale", "outside"]
span = range(-MOST, MOST + 1)
result = {
    "moves": {str(k): share(moves[k], span) for k in range(-3, 4)},
    "tones": [dict(zip(kinds, share(tones[i], kinds))) for i in range(9)],
    "gaps": {
        speed: [[share(gaps[(speed, slot, prior)], range(1, MOST + 1)) for prior in range(MOST + 1)] for slot in range(16)]
        for speed in ("slow", "middle", "fast")
    },
    "starts": share(starts, range(16)),
    "finals": share(finals, range(12)),
}
print(json.dumps(result, separators=(", ", ": ")).replace("]], [[", "]],\n[[").replace('], "', '],\n"').replace('}, "', '},\n"'))
