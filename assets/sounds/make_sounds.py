"""Synthesises every sound of the game; nothing is recorded or sampled.

Writes gong, stamp, loudspeaker, paper, abacus (mono) and strings (stereo, a minute that loops) as OGG
beside this file. Run it from anywhere: python make_sounds.py. Needs numpy, scipy and soundfile.
Signals are float arrays of shape (n,) at RATE samples a second; times are in seconds, pitches in hertz.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray
from scipy.signal import fftconvolve, lfilter

HERE = Path(__file__).parent
RATE = 44100
SIGNAL = NDArray[np.float64]

# Partials of a cast bronze gong: ratio to the lowest, loudness, time to fade by a factor e.
GONG_LOWEST = 132.0
GONG_PARTIALS = (
    (1.0, 1.0, 1.1), (1.48, 0.7, 1.3), (2.07, 0.8, 1.0), (2.74, 0.55, 0.9), (3.31, 0.45, 0.75),
    (4.12, 0.35, 0.6), (5.43, 0.3, 0.45), (6.79, 0.22, 0.35), (8.21, 0.16, 0.25), (10.7, 0.1, 0.18),
)  # fmt: skip
VOWEL_BANDS = ((520.0, 160.0, 1.0), (1150.0, 220.0, 0.8), (2450.0, 300.0, 0.45))  # centre, width, loudness
YU_MODE = (0, 3, 5, 7, 10)  # semitones of the pentatonic yu mode above its first note
LOWEST_STRING = 146.83  # d


def moments(seconds: float) -> SIGNAL:
    """The time of each sample."""
    return np.arange(int(RATE * seconds)) / RATE


def band(signal: SIGNAL, low: float, high: float) -> SIGNAL:
    """The signal between two pitches, with soft edges."""
    spectrum = np.fft.rfft(signal)
    pitch = np.fft.rfftfreq(len(signal), 1 / RATE)
    spectrum *= 1 / (1 + (low / np.maximum(pitch, 1.0)) ** 4) / (1 + (pitch / high) ** 4)
    return np.fft.irfft(spectrum, len(signal))


def hiss(n: int, seed: int, low: float, high: float) -> SIGNAL:
    """Noise between two pitches."""
    return band(np.random.default_rng(seed).standard_normal(n), low, high)


def gong() -> SIGNAL:
    """A hanging gong, struck once: partials that bend down a little and fade at their own pace."""
    t = moments(5.0)
    out = 0.25 * hiss(len(t), 1, 400, 5000) * np.exp(-t / 0.12)
    for i, (ratio, loudness, fade) in enumerate(GONG_PARTIALS):
        pitch = GONG_LOWEST * ratio * (1 + 0.012 * np.exp(-t / 0.5))
        swell = 1 - np.exp(-t / (0.004 + 0.03 * i))
        out += loudness * np.sin(2 * np.pi * np.cumsum(pitch) / RATE + i) * np.exp(-t / fade) * swell
    return out


def stamp() -> SIGNAL:
    """A seal set down on paper over wood, and lifted."""
    t = moments(0.45)
    thud = np.sin(2 * np.pi * (78 + 60 * np.exp(-t / 0.02)) * t) * np.exp(-t / 0.07)
    wood = 0.5 * np.sin(2 * np.pi * 212 * t) * np.exp(-t / 0.03)
    slap = 0.5 * hiss(len(t), 2, 700, 4200) * np.exp(-t / 0.012)
    start = int(0.16 * RATE)
    lift = np.zeros_like(t)
    lift[start:] = 0.06 * hiss(len(t) - start, 3, 1800, 7000) * np.hanning(len(t) - start) ** 2
    return thud + wood + slap + lift


def loudspeaker() -> SIGNAL:
    """A horn on a pole: a voice too far off to be understood, hum, crackle, an echo from the next slope."""
    t = moments(4.0)
    n = len(t)
    pitch = 128 + 14 * np.sin(2 * np.pi * 0.7 * t) + 9 * np.sin(2 * np.pi * 2.3 * t)
    throat = 2 * ((np.cumsum(pitch) / RATE) % 1) - 1
    syllables = np.clip(np.sin(2 * np.pi * 3.4 * t + 1.2 * np.sin(2 * np.pi * 0.9 * t)), 0, 1) ** 0.7
    phrases = np.sin(2 * np.pi * 0.31 * t + 1) > -0.55
    vowels = sum(a * band(throat, centre - width / 2, centre + width / 2) for centre, width, a in VOWEL_BANDS)
    voice = np.tanh(3 * band(vowels * syllables * phrases, 450, 2800))
    rng = np.random.default_rng(4)
    crackle = band((rng.random(n) < 0.0009) * rng.standard_normal(n) * 3, 900, 4000)
    out = 0.8 * voice + 2.2 * crackle + 0.1 * np.sin(2 * np.pi * 50 * t) + 0.05 * hiss(n, 5, 500, 3200)
    return band(echoed(out, 0.29, 0.35), 350, 3000)


def echoed(signal: SIGNAL, delay: float, loudness: float) -> SIGNAL:
    """The signal with one echo after `delay` seconds."""
    out, late = signal.copy(), int(delay * RATE)
    out[late:] += loudness * signal[:-late]
    return out


def paper() -> SIGNAL:
    """A sheet taken from a pile and laid down."""
    t = moments(0.5)
    slide = np.clip(np.sin(np.pi * t / 0.34), 0, 1) ** 2 * (t < 0.34)
    grain = 0.6 + 0.4 * hiss(len(t), 6, 5, 40) / 0.03
    landing = np.exp(-np.maximum(t - 0.33, 0) / 0.03) * (t > 0.33)
    return hiss(len(t), 7, 2200, 9000) * slide * grain + 0.8 * hiss(len(t), 8, 300, 3000) * landing


def abacus() -> SIGNAL:
    """Three beads pushed up a wire."""
    t = moments(0.4)
    out = np.zeros_like(t)
    for start, pitch in ((0.0, 2350.0), (0.07, 2180.0), (0.15, 2480.0)):
        since = np.maximum(t - start, 0)
        click = np.sin(2 * np.pi * pitch * since) + 0.5 * np.sin(2 * np.pi * 1.63 * pitch * since)
        out += (t >= start) * (click + 0.7 * hiss(len(t), int(pitch), 2000, 9000)) * np.exp(-since / 0.006)
    return out


def pluck(pitch: float, seconds: float, keep: float, bright: float, rng: np.random.Generator) -> SIGNAL:
    """One plucked string by the Karplus-Strong loop, tuned between samples.

    `keep` is the share of loudness left after each turn of the loop, `bright` from 0 (dull) to 1.
    """
    exact = RATE / pitch - 0.5
    period, part = int(exact), exact % 1
    burst = lfilter([bright], [1, -(1 - bright)], rng.uniform(-1, 1, period))
    burst = burst - np.roll(burst, int(period * 0.13))
    excitation = np.zeros(int(RATE * seconds))
    excitation[:period] = burst
    loop = np.zeros(period + 3)
    loop[0] = 1
    loop[period : period + 3] = -keep * 0.5 * np.array([1 - part, 1.0, part])
    return np.asarray(lfilter([1], loop, excitation))


def degree_pitch(degree: int) -> float:
    """Pitch of a degree of the yu mode, five to the octave."""
    octave, step = divmod(degree, 5)
    return LOWEST_STRING * 2 ** ((YU_MODE[step] + 12 * octave) / 12)


def strings() -> NDArray[np.float64]:
    """A minute of slow plucked strings over wind. Shape: (n, 2). It fades at the end, so that it may loop."""
    seconds = 60.0
    rng = np.random.default_rng(58)
    sides = np.zeros((int(RATE * seconds), 2))
    degree, at = 5, 1.0
    while at < seconds - 7:
        for move in rng.permutation([0, 2, -1, -2, 1, 2, -3, 0])[: int(rng.integers(2, 6))]:
            degree = int(np.clip(degree + move, 0, 11))
            place_note(sides, at, degree, rng)
            at += float(rng.choice([0.55, 0.8, 1.1, 1.6]))
            if at > seconds - 7:
                break
        at += float(rng.uniform(2, 4.5))
    sides /= np.abs(sides).max()
    return np.stack([roomy(sides[:, i], seed=i) + 0.1 * wind(len(sides), seed=10 + i) for i in (0, 1)], axis=1)


def place_note(sides: NDArray[np.float64], at: float, degree: int, rng: np.random.Generator) -> None:
    """Adds one note, and now and then a low one under it, to both sides."""
    pitch = degree_pitch(degree)
    note = pluck(pitch, 6, 0.9972 if pitch < 300 else 0.9955, 0.42, rng) * (0.5 + 0.5 * rng.random())
    pan = 0.35 + 0.3 * rng.random()
    add(sides, at, note, (1 - pan, pan))
    if rng.random() < 0.2:
        low = pluck(degree_pitch(int(rng.integers(0, 5))) / 2, 7, 0.998, 0.3, rng)
        add(sides, at, 0.8 * low, (0.5, 0.5))


def add(sides: NDArray[np.float64], at: float, note: SIGNAL, shares: tuple[float, float]) -> None:
    """Mixes a note into both sides from a moment on, cut off at the end."""
    start = int(at * RATE)
    stop = min(len(sides), start + len(note))
    sides[start:stop] += note[: stop - start, None] * np.array(shares)


def roomy(signal: SIGNAL, seed: int) -> SIGNAL:
    """The signal in a small bare room."""
    n = int(RATE * 2.4)
    tail = hiss(n, seed + 20, 200, 4200) * np.exp(-np.arange(n) / RATE / 0.55)
    wet = fftconvolve(signal, tail)[: len(signal)]
    return signal + 0.22 * wet / np.abs(wet).max() * np.abs(signal).max()


def wind(n: int, seed: int) -> SIGNAL:
    """Wind over a slope, rising and falling."""
    t = np.arange(n) / RATE
    return hiss(n, seed, 180, 700) * (0.55 + 0.45 * np.sin(2 * np.pi * t / 20) * np.sin(2 * np.pi * t / 12 + 1))


def finished(signal: NDArray[np.float64], peak: float) -> NDArray[np.float64]:
    """Centred, scaled to a peak between 0 and 1, with short fades so that nothing clicks."""
    signal = signal - signal.mean(axis=0)
    signal = signal / np.abs(signal).max() * peak
    edge = np.ones(len(signal))
    rise, fall = int(RATE * 0.005), int(RATE * 0.04)
    edge[:rise], edge[-fall:] = np.linspace(0, 1, rise), np.linspace(1, 0, fall)
    return signal * (edge if signal.ndim == 1 else edge[:, None])


def write(path: Path, signal: NDArray[np.float64], quality: float) -> None:
    """Writes OGG Vorbis in blocks; `quality` runs from 0 (small) to 1."""
    channels = 1 if signal.ndim == 1 else 2
    with soundfile.SoundFile(
        path, "w", RATE, channels, format="OGG", subtype="VORBIS", compression_level=1 - quality
    ) as out:
        for start in range(0, len(signal), RATE):
            out.write(signal[start : start + RATE])


SOUNDS: dict[str, tuple[Callable[[], NDArray[np.float64]], float, float]] = {  # maker, peak, quality
    "gong": (gong, 0.7, 0.3),
    "stamp": (stamp, 0.75, 0.3),
    "loudspeaker": (loudspeaker, 0.5, 0.3),
    "paper": (paper, 0.35, 0.3),
    "abacus": (abacus, 0.4, 0.3),
    "strings": (strings, 0.5, 0.15),
}

if __name__ == "__main__":
    for name, (make, peak, quality) in SOUNDS.items():
        write(HERE / f"{name}.ogg", finished(make(), peak), quality)
        print(name, f"{(HERE / f'{name}.ogg').stat().st_size / 1e3:.0f} kB")
