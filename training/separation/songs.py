"""Songs that the engine made (folders with song.json and stems/*.wav), read as four stems."""

import json
import pathlib
import sys
import wave

import numpy as np

STEMS = ["vocals", "drums", "bass", "other"]


def read_wav(path):
    """A 16 or 24-bit WAV as floats (2, samples)."""
    with wave.open(str(path), "rb") as file:
        channels, width, frames = file.getnchannels(), file.getsampwidth(), file.getnframes()
        raw = np.frombuffer(file.readframes(frames), np.uint8).reshape(-1, channels, width)
    if width == 2:
        samples = raw.copy().view("<i2")[..., 0].T / np.float32(1 << 15)
    else:
        wide = np.zeros(raw.shape[:2] + (4,), np.uint8)
        wide[..., 1:] = raw
        samples = wide.view("<i4")[..., 0].T / np.float32(1 << 31)
    return np.ascontiguousarray(samples if channels == 2 else np.repeat(samples, 2, 0), np.float32)


def stem_of(name, roles):
    """Which of the four a stem file belongs to."""
    if name.startswith("vocals"):
        return 0
    return {"Drums": 1, "Bass": 2}.get(roles.get(name), 3)


def read_stems(folder):
    """The four stems of a song: (4, 2, samples)."""
    folder = pathlib.Path(folder)
    song = json.loads((folder / "song.json").read_text())
    roles = {part["id"]: part["role"] for part in song["parts"]}
    stems = None
    for path in sorted((folder / "stems").glob("*.wav")):
        samples = read_wav(path)
        if stems is None:
            stems = np.zeros((4,) + samples.shape, np.float32)
        stems[stem_of(path.stem, roles)] += samples
    return stems


def song_folders(roots):
    """All finished songs under the given folders, in order of name."""
    return [path for root in roots for path in sorted(pathlib.Path(root).iterdir()) if (path / "song.json").exists()]


if __name__ == "__main__":
    # songs.py IN OUT: writes the four stems of one song as 16-bit WAV files.
    for stem, samples in zip(STEMS, read_stems(sys.argv[1])):
        path = pathlib.Path(sys.argv[2])
        path.mkdir(parents=True, exist_ok=True)
        with wave.open(str(path / f"{stem}.wav"), "wb") as file:
            file.setparams((2, 2, 44100, 0, "NONE", ""))
            file.writeframes(np.round(samples.T.clip(-1, 1) * 32767).astype("<i2").tobytes())
