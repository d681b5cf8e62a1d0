"""The frame grid and the bands on which the network works. The program has the same ones (src/Separation)."""

import numpy as np

RATE = 44100
FFT = 4096
HOP = 1024
BINS = FFT // 2 + 1
SINGLE_BINS = 121
LOG_BANDS = 72
BANDS = SINGLE_BINS + LOG_BANDS


def edges():
    """First bins of the bands and, last, the end: single bins to 1.3 kHz, then bands of equal ratio."""
    ratio = (BINS / SINGLE_BINS) ** (1 / LOG_BANDS)
    log = [int(np.floor(SINGLE_BINS * ratio**i + 0.5)) for i in range(LOG_BANDS + 1)]
    return np.array(list(range(SINGLE_BINS)) + log)


EDGES = edges()
WIDTHS = np.diff(EDGES)
WINDOW = (0.5 - 0.5 * np.cos(2 * np.pi * np.arange(FFT) / FFT)).astype(np.float32)


def band_powers(stereo):
    """Power sums of mid and side in bands: (2, samples) -> (2, frames, BANDS). Frame k is centred on sample k * HOP."""
    mid_side = np.stack([stereo[0] + stereo[1], stereo[0] - stereo[1]]) * 0.5
    padded = np.pad(mid_side, ((0, 0), (FFT // 2, FFT)))
    frames = stereo.shape[1] // HOP + 1
    out = np.empty((2, frames, BANDS), np.float32)
    for channel in range(2):
        windows = np.lib.stride_tricks.sliding_window_view(padded[channel], FFT)[:: HOP][:frames]
        for start in range(0, frames, 256):
            spectrum = np.fft.rfft(windows[start : start + 256] * WINDOW)
            power = spectrum.real**2 + spectrum.imag**2
            out[channel, start : start + 256] = np.add.reduceat(power, EDGES[:-1], axis=1)
    return out
