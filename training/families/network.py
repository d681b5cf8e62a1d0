"""A head of the twelve-track split: log band powers of mid and side of one separated stem -> masks of the tracks in it."""

import torch

BANDS = 193
FLOOR = 1e-8


class HeadNet(torch.nn.Module):
    """Powers (batch, 2, frames, BANDS), divided by the mean power of a frame, to masks (batch, rows, 2, frames, BANDS) that sum to 1."""

    def __init__(self, rows, hidden=112):
        super().__init__()
        self.rows, width = rows, hidden + 64
        self.register_buffer("mean", torch.zeros(2 * BANDS))
        self.register_buffer("scale", torch.ones(2 * BANDS))
        self.first = torch.nn.Linear(2 * BANDS, width)
        self.recurrent = torch.nn.GRU(width, hidden, 2, batch_first=True, bidirectional=True)
        self.drop = torch.nn.Dropout(0.2)
        self.last = torch.nn.Linear(2 * hidden + width, rows * 2 * BANDS)

    def features(self, powers):
        """(batch, frames, 2 * BANDS), standardised."""
        log = torch.log(powers.permute(0, 2, 1, 3).reshape(powers.shape[0], -1, 2 * BANDS) + FLOOR)
        return (log - self.mean) * self.scale

    def forward(self, powers):
        first = torch.tanh(self.first(self.features(powers)))
        seen, _ = self.recurrent(self.drop(first))
        logits = self.last(self.drop(torch.cat([seen, first], 2)))
        shaped = logits.reshape(logits.shape[0], -1, self.rows, 2, BANDS).permute(0, 2, 3, 1, 4)
        return torch.softmax(shaped, 1)
