"""Training examples of a head: stretches of songs with the tracks' levels moved, and tracks of different songs thrown together."""

import pathlib

import numpy as np
import torch

from network import BANDS

FRAMES = 160
SMALLEST = np.float32(2.0**-20)
# Chance that a track is there when tracks are thrown together.
THERE = 0.4


class Batches:
    """Draws batches from the arrays that the bench wrote (tracks, then the separated stem); the same seed gives the same batches."""

    def __init__(self, folder, seed):
        self.songs = [np.load(path) for path in sorted(pathlib.Path(folder).glob("*.npy"))]
        self.rows = self.songs[0].shape[0] - 1
        self.random = np.random.default_rng(seed)
        self.with_row = [[i for i, song in enumerate(self.songs) if song[row].max() > 0] for row in range(self.rows)]

    def crop(self, song, rows):
        start = self.random.integers(0, song.shape[2] - FRAMES)
        return np.maximum(np.exp2(song[rows, :, start : start + FRAMES].astype(np.float32)) - SMALLEST, 0)

    def colour(self):
        """Gains by row, channel and band in power: level, a smooth curve, the width."""
        knots = self.random.normal(0, 2.5, (self.rows, 1, 7))
        at = np.linspace(0, 6, BANDS)
        low = np.minimum(at.astype(int), 5)
        curve = knots[..., low] * (1 - (at - low)) + knots[..., low + 1] * (at - low)
        curve = curve + self.random.normal(0, 4, (self.rows, 1, 1))
        curve = np.repeat(curve, 2, 1)
        curve[:, 1] += self.random.normal(0, 4, (self.rows, 1))
        return (10 ** (curve / 10)).astype(np.float32)[:, :, None]

    def whole(self):
        """A stretch of one song; how its separated stem differs from its tracks is kept."""
        crop = self.crop(self.songs[self.random.integers(len(self.songs))], slice(None))
        met = np.clip(crop[-1] / (crop[:-1].sum(0) + 1e-6), 0.02, 4)
        tracks = crop[:-1] * (self.colour() if self.random.random() < 0.6 else 1)
        return tracks, tracks.sum(0) * met

    def thrown(self):
        tracks = np.zeros((self.rows, 2, FRAMES, BANDS), np.float32)
        for row in range(self.rows):
            if self.with_row[row] and self.random.random() < THERE:
                tracks[row] = self.crop(self.songs[self.random.choice(self.with_row[row])], row)
        tracks *= self.colour()
        turn = self.random.random(tracks.shape, np.float32) * np.float32(2 * np.pi)
        size = np.sqrt(tracks)
        return tracks, (size * np.cos(turn)).sum(0) ** 2 + (size * np.sin(turn)).sum(0) ** 2

    def one(self):
        tracks, stem = self.whole() if self.random.random() < 0.6 else self.thrown()
        return tracks, stem / (stem.sum((0, 2)).mean() + 1e-3)

    def batch(self, size):
        pairs = [self.one() for _ in range(size)]
        return tuple(torch.from_numpy(np.stack(part).astype(np.float32)) for part in zip(*pairs))
