"""What is done to stems before they are mixed, and to the mix, so that songs differ from the engine's own sound."""

import os
import subprocess
import tempfile

import numpy as np

RATE = 44100


def resampled(stems, ratio):
    """Pitch and tempo moved together by linear interpolation."""
    length = int(stems.shape[-1] / ratio)
    at = np.arange(length) * ratio
    grid = np.arange(stems.shape[-1])
    return np.stack([[np.interp(at, grid, channel) for channel in stem] for stem in stems]).astype(np.float32)


def equalised(stem, random):
    """A smooth random curve over log frequency, at most about 9 dB, and an echoing room for one stem in three."""
    samples = stem.shape[-1]
    size = 1 << int(np.ceil(np.log2(samples + RATE)))
    frequency = np.log2(np.maximum(np.fft.rfftfreq(size, 1 / RATE), 20) / 20)
    knots = np.clip(random.normal(0, 3, 8), -9, 9)
    response = 10 ** (np.interp(frequency, np.linspace(0, 10.1, 8), knots) / 20)
    wet = random.random() < 1 / 3
    decay, level = random.uniform(0.2, 0.9), random.uniform(0.05, 0.25)
    out = np.empty_like(stem)
    for channel in range(2):
        spectrum = np.fft.rfft(stem[channel], size) * response
        if wet:
            time = np.arange(RATE) / RATE
            tail = random.normal(0, 1, RATE) * np.exp(-6.9 * time / decay) * (time > 0.015)
            spectrum *= 1 + level * np.fft.rfft(tail / np.sqrt(np.sum(tail**2)), size)
        out[channel] = np.fft.irfft(spectrum, size)[:samples]
    return out


def placed(stem, random):
    """Gain, width and place."""
    mid, side = (stem[0] + stem[1]) * 0.5, (stem[0] - stem[1]) * 0.5
    side = side * random.uniform(0.2, 1.6)
    balance = np.clip(random.normal(0, 0.15), -0.5, 0.5)
    gain = 10 ** (random.uniform(-5, 5) / 20)
    return np.stack([(mid + side) * (1 + balance), (mid - side) * (1 - balance)]).astype(np.float32) * gain


def limited(stems, random):
    """One gain track for all, which holds the mix's peaks under a level drawn from its own."""
    mix = np.abs(stems.sum(0)).max(0)
    blocks = np.pad(mix, (0, -len(mix) % 64)).reshape(-1, 64).max(1)
    ceiling = np.quantile(blocks, random.uniform(0.8, 0.999)) + 1e-9
    held = np.lib.stride_tricks.sliding_window_view(np.pad(blocks, 4, mode="edge"), 9).max(1)
    gain = np.minimum(1, ceiling / np.maximum(held, 1e-9))
    gain = np.convolve(np.pad(gain, 8, mode="edge"), np.ones(17) / 17, "valid")
    return stems * np.repeat(gain, 64)[: stems.shape[-1]].astype(np.float32)


def coded(mix, random):
    """The mix after an MP3 round trip of 96 to 256 kbit/s."""
    peak = np.abs(mix).max() + 1e-9
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "mix.mp3")
        head = ["ffmpeg", "-v", "error", "-threads", "1"]
        raw = ["-f", "f32le", "-ar", str(RATE), "-ac", "2"]
        rate = f"{random.choice([96, 128, 160, 192, 256])}k"
        data = (mix.T * (0.9 / peak)).astype("<f4").tobytes()
        subprocess.run([*head, *raw, "-i", "-", "-b:a", rate, path], input=data, check=True)
        back = subprocess.run([*head, "-i", path, *raw, "-"], capture_output=True, check=True).stdout
    samples = np.frombuffer(back, "<f4").reshape(-1, 2).T * (peak / 0.9)
    out = np.zeros_like(mix)
    length = min(mix.shape[1], samples.shape[1])
    out[:, :length] = samples[:, :length]
    return out


def version(stems, random):
    """A version of a song: (4, 2, samples) -> stems and mix."""
    stems = resampled(stems, 2 ** random.uniform(-2 / 12, 2 / 12))
    stems = np.stack([placed(equalised(stem, random), random) for stem in stems])
    stems = limited(stems, random)
    mix = stems.sum(0)
    return stems, coded(mix, random) if random.random() < 0.6 else mix
