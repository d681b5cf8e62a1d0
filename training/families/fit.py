"""Trains a head for a given time and writes it as ONNX: fit.py POWERS OUT.onnx MINUTES HIDDEN [SEED]."""

import sys
import time

import numpy as np
import torch

from batches import Batches
from network import BANDS, FLOOR, HeadNet

SIZE = 12
PEAK_RATE = 2e-3


def loss_of(masks, tracks, stem):
    """Squared distance to the ratio of powers, weighted by the stem's magnitude."""
    target = tracks / (tracks.sum(1, keepdim=True) + 1e-9)
    weight = torch.sqrt(stem).unsqueeze(1) * (tracks.sum(1, keepdim=True) > 1e-6)
    error = (weight * (masks - target) ** 2).sum((1, 2, 3, 4)) / (weight.sum((1, 2, 3, 4)) + 1e-9)
    return error.mean()


def standardise(network, batches):
    """Means and spreads of the features over a few batches."""
    log = torch.cat([torch.log(batches.batch(SIZE)[1].permute(0, 2, 1, 3) + FLOOR) for _ in range(6)]).flatten(0, 1).flatten(1)
    network.mean.copy_(log.mean(0))
    network.scale.copy_(1 / (log.std(0) + 0.5))


def export(network, path):
    network.eval()
    axes = {"powers": {2: "frames"}, "masks": {3: "frames"}}
    torch.onnx.export(
        network, torch.rand(1, 2, 8, BANDS), path, opset_version=13, input_names=["powers"], output_names=["masks"], dynamic_axes=axes
    )
    network.train()


def main():
    folder, out, minutes = sys.argv[1], sys.argv[2], float(sys.argv[3])
    seed = int(sys.argv[5]) if len(sys.argv) > 5 else 1
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    batches = Batches(folder, seed)
    network = HeadNet(batches.rows, int(sys.argv[4]))
    standardise(network, batches)
    optimiser = torch.optim.Adam(network.parameters())
    counts = [len(songs) for songs in batches.with_row]
    print("parameters", sum(p.numel() for p in network.parameters()), "songs", len(batches.songs), counts, flush=True)
    begin, step, mean = time.monotonic(), 0, 0.0
    while (part := (time.monotonic() - begin) / (60 * minutes)) < 1:
        optimiser.param_groups[0]["lr"] = PEAK_RATE * min(1, step / 50) * (0.5 + 0.5 * np.cos(np.pi * part) + 0.005)
        tracks, stem = batches.batch(SIZE)
        loss = loss_of(network(stem), tracks, stem)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        step += 1
        mean += (loss.item() - mean) / min(step, 50)
        if step % 50 == 0:
            print(f"{step} {part:.2f} {mean:.5f}", flush=True)
    export(network, out)


main()
