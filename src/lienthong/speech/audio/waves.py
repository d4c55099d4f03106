"""WAV in, MP3 out."""

import io
import wave
from dataclasses import dataclass

import lameenc
import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]
#: Enough for speech and small enough for a device on a mobile network.
KBPS = 64


@dataclass(frozen=True, slots=True)
class Sound:
    """Mono samples between -1 and 1, and how many of them make a second."""

    samples: Samples
    rate: int

    @property
    def seconds(self) -> float:
        return len(self.samples) / self.rate


class NotSound(ValueError):
    """The bytes are no WAV that is read here: PCM of 16 bits, one or two channels."""


def read_wave(data: bytes) -> Sound:
    try:
        with wave.open(io.BytesIO(data)) as file:
            if file.getsampwidth() != 2 or file.getnchannels() > 2 or not 8000 <= file.getframerate() <= 48000:
                raise NotSound("not 16 bit mono or stereo")
            whole = np.frombuffer(file.readframes(file.getnframes()), dtype="<i2")
            frames: Samples = whole.astype(np.float32) / np.float32(32768)
            if file.getnchannels() == 2:
                frames = frames[: len(frames) // 2 * 2].reshape(-1, 2).mean(axis=1).astype(np.float32)
            rate = file.getframerate()
    except (wave.Error, EOFError) as error:
        raise NotSound(str(error)) from error
    if not len(frames):
        raise NotSound("empty")
    return Sound(frames, rate)


def silence(seconds: float, rate: int) -> Samples:
    return np.zeros(int(seconds * rate), dtype=np.float32)


def mp3_of(sound: Sound) -> bytes:
    """The same samples give the same bytes."""
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(KBPS)
    encoder.set_in_sample_rate(sound.rate)
    encoder.set_channels(1)
    encoder.set_quality(2)
    encoder.silence()
    whole = (np.clip(sound.samples, -1, 1) * 32767).astype("<i2").tobytes()
    return bytes(encoder.encode(whole)) + bytes(encoder.flush())
