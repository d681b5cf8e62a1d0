"""Trains the network for a given time: fit.py FEATURES OUT.pt MINUTES [SEED] [START.pt PEAK_RATE]."""

import pathlib
import sys
import time

import numpy as np
import torch

from batches import Batches
from network import FLOOR, MaskNet

SIZE = 16


def loss_of(masks, stems, mix):
    """Squared distance to the ratio of powers, weighted by the mix's magnitude."""
    target = stems / (stems.sum(1, keepdim=True) + 1e-9)
    weight = torch.sqrt(mix).unsqueeze(1) * (stems.sum(1, keepdim=True) > 1e-6)
    error = (weight * (masks - target) ** 2).sum((1, 2, 3, 4)) / (weight.sum((1, 2, 3, 4)) + 1e-9)
    return error.mean()


def standardise(network, batches):
    """Means and spreads of the features over a few batches."""
    log = torch.cat([torch.log(batches.batch(SIZE)[1].permute(0, 2, 1, 3) + FLOOR) for _ in range(6)]).flatten(0, 1).flatten(1)
    network.mean.copy_(log.mean(0))
    network.scale.copy_(1 / (log.std(0) + 0.5))


def held_loss(network, folder):
    """The loss on the songs held out, watched only: nothing is chosen by it."""
    network.eval()
    losses = []
    with torch.no_grad():
        for path in sorted(pathlib.Path(folder).glob("*.npy")):
            powers = np.exp2(np.load(path)[:, :, 400:1100].astype(np.float32))
            mix = powers[4] / powers[4].sum((0, 2)).mean()
            stems, mix = torch.from_numpy(powers[None, :4]), torch.from_numpy(mix[None])
            losses.append(loss_of(network(mix), stems, mix).item())
    network.train()
    return sum(losses) / len(losses)


def main():
    folder, out, minutes = pathlib.Path(sys.argv[1]), sys.argv[2], float(sys.argv[3])
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else 1
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    batches, network = Batches(folder / "train", seed), MaskNet()
    if len(sys.argv) > 5:
        network.load_state_dict(torch.load(sys.argv[5]))
    else:
        standardise(network, batches)
    peak = float(sys.argv[6]) if len(sys.argv) > 6 else 2e-3
    optimiser = torch.optim.Adam(network.parameters())
    print("parameters", sum(p.numel() for p in network.parameters()), "songs", len(batches.songs), flush=True)
    source = batches.ahead(SIZE)
    begin, step, mean = time.monotonic(), 0, 0.0
    while (part := (time.monotonic() - begin) / (60 * minutes)) < 1:
        rate = peak * min(1, step / 50) * (0.5 + 0.5 * np.cos(np.pi * part) + 0.005)
        optimiser.param_groups[0]["lr"] = rate
        stems, mix = next(source)
        loss = loss_of(network(mix), stems, mix)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        step += 1
        mean += (loss.item() - mean) / min(step, 50)
        if step % 50 == 0:
            print(f"{step} {part:.2f} train {mean:.5f} held {held_loss(network, folder / 'held'):.5f}", flush=True)
            torch.save(network.state_dict(), out)
    torch.save(network.state_dict(), out)


main()
