"""Loudness measured and set after ITU-R BS.1770 / EBU R 128, so that no bulletin shouts and none is lost in the street.

-16 LUFS is the usual target for speech outdoors and in podcasts (EBU R 128's -23 is for television at home); peaks
between the samples stay below -1 dBTP, because a cheap amplifier turns what is above into noise.
"""

from dataclasses import dataclass

import numpy as np

from lienthong.speech.audio.waves import Samples, Sound

TARGET = -16.0
CEILING = -1.0
_WINDOW = 0.005
#: Taps on each side of a sample by which the three points between two samples are found.
_REACH = 12
_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Level:
    """``loudness`` in LUFS, None for less than 0.4 s or silence; ``peak`` in dBTP."""

    loudness: float | None
    peak: float


def measured(sound: Sound) -> Level:
    # It brings all of SciPy, a second and a half: for who measures sound, not for every start of the application.
    import pyloudnorm

    loudness = None
    if sound.seconds >= 0.4:
        found = float(pyloudnorm.Meter(sound.rate).integrated_loudness(sound.samples.astype(np.float64)))
        loudness = round(found, 2) if np.isfinite(found) else None
    peak = float(_true_peaks(sound.samples).max(initial=1e-6))
    return Level(loudness, round(20 * float(np.log10(max(peak, 1e-6))), 2))


def levelled(sound: Sound) -> Sound:
    """``sound`` at the target loudness with its peaks below the ceiling; silence stays as it is."""
    for _round in range(_ROUNDS):
        now = measured(sound)
        if now.loudness is None or (abs(now.loudness - TARGET) < 0.1 and now.peak <= CEILING):
            return sound
        louder = (sound.samples * 10 ** ((TARGET - now.loudness) / 20)).astype(np.float32)
        sound = Sound(_limited(louder, sound.rate), sound.rate)
    return sound


def _limited(samples: Samples, rate: int) -> Samples:
    """Turned down around each peak above the ceiling, smoothly enough to be inaudible."""
    ceiling = 10 ** ((CEILING - 0.1) / 20)
    peaks = _true_peaks(samples)
    if peaks.max(initial=0) <= ceiling:
        return samples
    gain = np.minimum(1, ceiling / np.maximum(peaks, 1e-9))
    width = int(rate * _WINDOW) | 1
    around = np.lib.stride_tricks.sliding_window_view(np.pad(gain, width - 1, constant_values=1), width).min(axis=1)
    smooth = np.convolve(around, np.ones(width) / width, mode="valid")
    result: Samples = (samples * smooth[: len(samples)]).astype(np.float32)
    return result


def _true_peaks(samples: Samples) -> Samples:
    """For each sample the largest height of the curve from it up to the next one, four points looked at."""
    peaks = np.abs(samples)
    if len(samples) < 2 * _REACH:
        return peaks
    steps = np.arange(-_REACH + 1, _REACH + 1)
    for quarter in (0.25, 0.5, 0.75):
        taps = np.sinc(steps - quarter) * np.cos(np.pi * (steps - quarter) / (2 * _REACH + 1)) ** 2
        between = np.abs(np.convolve(samples, taps[::-1], mode="full")[_REACH : _REACH + len(samples)])
        peaks = np.maximum(peaks, between)
    result: Samples = peaks.astype(np.float32)
    return result
