#!/usr/bin/env python3
"""Has a song of "troubadour make" sung by another singer: Festival's diphone voice in singing mode (Debian packages festival and
festvox-kallpc16k), over the song's own band.

Usage: festival-singer.py SONG OUT. Writes OUT/master.wav, OUT/stems/vocals.wav and OUT/lyrics.json with the singer's true word times.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

MIDDLE = 52  # The key around which that voice sings.

SCRIPT = """
(voice_kal_diphone)
(define (tell_words utt)
  (let ((file (fopen "{times}" "w")))
    (mapcar (lambda (word)
      (format file "%s %f\\n" (item.name word) (item.feat word "R:SylStructure.daughter1.daughter1.segment_start")))
      (utt.relation.items utt 'Word))
    (fclose file))
  (utt.save.wave utt "{wave}"))
(set! tts_hooks (list utt.synth tell_words))
(tts_file "{score}" 'singing)
"""


def seconds(song, tick):
    time, last, tempo = 0.0, 0, song["tempos"][0]["quartersPerMinute"]
    for change in song["tempos"]:
        if change["tick"] >= tick:
            break
        time += (change["tick"] - last) / 960 * 60 / tempo
        last, tempo = change["tick"], change["quartersPerMinute"]
    return time + (tick - last) / 960 * 60 / tempo


def score(song, phrase, shift):
    """The phrase as Festival's XML, and the second where it starts."""
    notes = phrase["notes"]
    starts, keys = [], []
    for note in notes:
        if note["syllable"] == len(starts):
            starts.append(seconds(song, note["tick"]))
            keys.append(note["key"] + shift)
    starts.append(seconds(song, notes[-1]["tick"] + notes[-1]["length"]))
    rows, at = [], 0
    for word in phrase["words"]:
        count = len(word["syllables"])
        pitch = ",".join(f"{440 * 2 ** ((key - 69) / 12):.2f}" for key in keys[at:at + count])
        time = ",".join(f"{starts[i + 1] - starts[i]:.4f}" for i in range(at, at + count))
        text = re.sub(r"[^A-Za-z']", "", word["text"])
        rows.append(f'<PITCH FREQ="{pitch}"><DURATION SECONDS="{time}">{text}</DURATION></PITCH>')
        at += count
    head = '<?xml version="1.0"?>\n<!DOCTYPE SINGING PUBLIC "-//SINGING//DTD SINGING mark up//EN" "Singing.v0_1.dtd" []>\n'
    return head + '<SINGING BPM="60">\n' + "\n".join(rows) + "\n</SINGING>\n", starts[0]


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main(source, out):
    source, out = pathlib.Path(source), pathlib.Path(out)
    (out / "stems").mkdir(parents=True, exist_ok=True)
    song = json.loads((source / "song.json").read_text())
    phrases = [phrase for phrase in song["vocals"] if phrase["layer"] == "Lead"]
    keys = [note["key"] for phrase in phrases for note in phrase["notes"]]
    shift = 12 * round((MIDDLE - sum(keys) / len(keys)) / 12)
    lines, inputs, filters = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for i, phrase in enumerate(phrases):
            text, start = score(song, phrase, shift)
            names = {"times": folder / "times", "wave": folder / f"{i}.wav", "score": folder / "score.xml"}
            names["score"].write_text(text)
            (folder / "script.scm").write_text(SCRIPT.format(**names))
            run("festival", "-b", str(folder / "script.scm"))
            found = [float(row.split()[-1]) for row in names["times"].read_text().splitlines()]
            if len(found) != len(phrase["words"]) or not names["wave"].exists():
                continue
            words = [{"word": w["text"], "start": round(start + t, 3)} for w, t in zip(phrase["words"], found)]
            lines.append({"text": phrase["text"], "words": words})
            filters.append(f"[{len(inputs) // 2}:a]aresample=44100,adelay={int(1000 * start)}:all=1[v{len(inputs) // 2}]")
            inputs += ["-i", str(names["wave"])]
        chain = ";".join(filters) + ";" + "".join(f"[v{i}]" for i in range(len(filters)))
        chain += f"amix=inputs={len(filters)}:normalize=0:duration=longest,apad=whole_dur={song['seconds']}"
        chain += ",aecho=0.9:0.6:45|83|131:0.15|0.1|0.06,loudnorm=I=-20:TP=-3,aresample=44100,aformat=channel_layouts=stereo"
        voice = out / "stems" / "vocals.wav"
        run("ffmpeg", "-y", *inputs, "-filter_complex", chain, "-c:a", "pcm_s16le", str(voice))
    band = [str(path) for path in sorted((source / "stems").glob("*.wav")) if not path.name.startswith("vocals")]
    files = [argument for path in [str(voice), *band] for argument in ("-i", path)]
    mix = f"amix=inputs={1 + len(band)}:normalize=0:duration=first,alimiter=limit=0.9:level=0"
    run("ffmpeg", "-y", *files, "-filter_complex", mix, "-c:a", "pcm_s16le", str(out / "master.wav"))
    (out / "lyrics.json").write_text(json.dumps({"lines": lines}))


main(*sys.argv[1:])
