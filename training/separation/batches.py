"""Training examples made of stored band powers: songs as they are, and stems of different songs thrown together."""

import pathlib
import queue
import threading

import numpy as np
import torch

from bands import BANDS, WIDTHS

FRAMES = 160


class Batches:
    """Draws batches from the folder that features.py wrote; the same seed gives the same batches."""

    def __init__(self, folder, seed):
        self.songs = [np.load(path, mmap_mode=None) for path in sorted(pathlib.Path(folder).glob("*.npy"))]
        self.random = np.random.default_rng(seed)
        self.voiced = [index for index, song in enumerate(self.songs) if song[0].astype(np.float32).max() > 0]

    def crop(self, index, rows=slice(None)):
        song = self.songs[index]
        start = self.random.integers(0, song.shape[2] - FRAMES)
        powers = np.exp2(song[rows, :, start : start + FRAMES].astype(np.float32))
        return np.maximum(powers - np.float32(2.0**-20), 0)

    def colour(self):
        """Gains by stem, channel and band in power: level, a smooth curve, the width."""
        knots = self.random.normal(0, 3, (4, 1, 7))
        at = np.linspace(0, 6, BANDS)
        low = np.minimum(at.astype(int), 5)
        curve = knots[..., low] * (1 - (at - low)) + knots[..., low + 1] * (at - low)
        curve = curve + self.random.normal(0, 4, (4, 1, 1))
        curve = np.repeat(curve, 2, 1)
        curve[:, 1] += self.random.normal(0, 4, (4, 1))
        return (10 ** (curve / 10)).astype(np.float32)[:, :, None]

    def thrown(self):
        """Stems of four songs; their phases are chance, which matters where a band is a single bin."""
        picks = [self.random.choice(self.voiced), *self.random.integers(len(self.songs), size=3)]
        stems = np.stack([self.crop(song, stem) for stem, song in enumerate(picks)]) * self.colour()
        turn = self.random.random(stems.shape, np.float32) * np.float32(2 * np.pi)
        size = np.sqrt(stems)
        met = (size * np.cos(turn)).sum(0) ** 2 + (size * np.sin(turn)).sum(0) ** 2
        plain = stems.sum(0)
        share = 1 / np.sqrt(WIDTHS).astype(np.float32)
        return stems, np.maximum(plain + (met - plain) * share, 0)

    def whole(self):
        """A stretch of one song; the stems' levels are moved, the way they met in the mix is kept."""
        crop = self.crop(self.random.integers(len(self.songs)))
        met = np.clip(crop[4] / (crop[:4].sum(0) + 1e-6), 0.02, 4)
        stems = crop[:4] * (self.colour() if self.random.random() < 0.5 else 1)
        return stems, stems.sum(0) * met

    def one(self):
        stems, mix = self.thrown() if self.random.random() < 0.5 else self.whole()
        if self.random.random() < 0.15:
            gone = self.random.integers(4)
            mix = mix * np.clip(1 - stems[gone] / (stems.sum(0) + 1e-9), 0, 1)
            stems = stems.copy()
            stems[gone] = 0
        return stems, mix / (mix.sum((0, 2)).mean() + 1e-3)

    def batch(self, size):
        pairs = [self.one() for _ in range(size)]
        stems = torch.from_numpy(np.stack([pair[0] for pair in pairs]).astype(np.float32))
        return stems, torch.from_numpy(np.stack([pair[1] for pair in pairs]).astype(np.float32))

    def ahead(self, size):
        """Batches without end, made on a thread of their own, in one order."""
        made = queue.Queue(2)

        def fill():
            while True:
                made.put(self.batch(size))

        threading.Thread(target=fill, daemon=True).start()
        while True:
            yield made.get()
