"""Band powers of all songs, made once: features.py OUT SONGS... writes one .npy a song and version, and held-out songs apart."""

import pathlib
import sys

import numpy as np

import augment
import bands
import songs

HELD_OUT = ["pop-rock", "contemporary-r-b", "chinese-style", "future-bass", "jazz-pop", "pop-rap"]
VERSIONS = 2


def packed(stems, mix):
    """Log2 of the powers of four stems and mix: (5, 2, frames, BANDS) in half precision."""
    powers = np.stack([bands.band_powers(part) for part in [*stems, mix]])
    return np.log2(powers + 2.0**-20).astype(np.float16)


def main():
    out = pathlib.Path(sys.argv[1])
    for index, folder in enumerate(songs.song_folders(sys.argv[2:])):
        held = folder.name in HELD_OUT
        target = out / ("held" if held else "train")
        target.mkdir(parents=True, exist_ok=True)
        name = f"{folder.parent.name}-{folder.name}"
        done = [target / f"{name}.{version}.npy" for version in range(1 if held else VERSIONS)]
        if all(path.exists() for path in done):
            continue
        stems = songs.read_stems(folder)[..., : 120 * bands.RATE]
        np.save(done[0], packed(stems, stems.sum(0)))
        for version, path in enumerate(done[1:], 1):
            random = np.random.default_rng([index, version])
            np.save(path, packed(*augment.version(stems, random)))
        print(name, flush=True)


main()
